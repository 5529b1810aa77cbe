package io.redress.people.limit;

/** The tokens that are left of the callers' limits, for all nodes. */
interface CommonStore {

    /**
     * Takes some of what is left.
     *
     * @param caller who asks
     * @param most how much is wanted
     * @return how much there was of it; 0 where nothing is left
     * @throws RuntimeException where the store does not answer
     */
    long lease(String caller, Limit limit, long most);
}
