package io.redress.people.guard;

/** A rule that every call to the engine's REST interface is checked against, whoever makes it. */
public interface CallRule {

    /**
     * Looks at the call before the engine sees it.
     *
     * @throws RefusedCall if the engine must not see it
     */
    void check(EngineCall call);
}
