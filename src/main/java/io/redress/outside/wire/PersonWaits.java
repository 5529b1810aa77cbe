package io.redress.outside.wire;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The mark of work that a person waits for. They would rather wait a moment longer than read of a provider that is only
 * busy, while a job comes back by itself and leaves its thread to others.
 */
public final class PersonWaits {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final ThreadLocal<Boolean> PRESENT = ThreadLocal.withInitial(() -> false);

    private PersonWaits() {}

    /** Does work for which a place among a provider's calls is waited for. */
    public static <T> T during(Supplier<T> work) {
        boolean outer = PRESENT.get();
        PRESENT.set(true);
        try {
            return work.get();
        } finally {
            PRESENT.set(outer);
        }
    }

    /** How long this thread waits for a place, in real time, beyond what every thread does. */
    static Duration patience() {
        return PRESENT.get() ? LONGEST : Duration.ZERO;
    }
}
