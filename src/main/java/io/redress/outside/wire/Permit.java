package io.redress.outside.wire;

import java.util.function.Supplier;

/**
 * A place among the calls that a provider gets at a time, held by one thread until it is closed. Calls that the thread
 * makes meanwhile need no other and are never turned away, so that what was begun can be finished.
 */
public interface Permit extends AutoCloseable {

    /** The permit for what calls nobody. */
    Permit NONE = new Permit() {
        @Override
        public void renew() {}

        @Override
        public void close() {}
    };

    /**
     * Asks anew whether the provider may be called, unless nothing was called since it was asked last. To be done right
     * before it is written down that something is being sent.
     *
     * @throws Unavailable where it has been found meanwhile that the provider does not answer; the permit is held until
     *     it is closed all the same
     */
    void renew();

    @Override
    void close();

    /** Does work under this permit and closes it. */
    default <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            close();
        }
    }

    /** The permit for what needs two providers; where the second is refused, nothing is held. */
    static Permit both(Permit one, Supplier<Permit> other) {
        Permit second;
        try {
            second = other.get();
        } catch (RuntimeException refused) {
            one.close();
            throw refused;
        }
        return new Permit() {
            @Override
            public void renew() {
                one.renew();
                second.renew();
            }

            @Override
            public void close() {
                second.close();
                one.close();
            }
        };
    }
}
