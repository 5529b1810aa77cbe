package io.redress.outside.outbox;

import java.time.Duration;

/**
 * The time until a failed entry is tried again: about five seconds, then twice as long each time, at most an hour. Up to
 * a fifth of it is left to chance, so that what failed together does not come back together.
 */
final class RetryPause {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;
    private static final double LEFT_TO_CHANCE = 0.2;

    /** Nobody keeps us waiting for longer by a slip. */
    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

    private RetryPause() {}

    /**
     * @param failedBefore how often the entry had failed before this time
     * @param chance at least 0 and below 1
     */
    static Duration after(int failedBefore, double chance) {
        long millis = Math.min(FIRST.toMillis() << Math.min(failedBefore, MOST_DOUBLINGS), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 - LEFT_TO_CHANCE * chance)));
    }

    /** What a destination asked for, within bounds. */
    static Duration askedFor(Duration retryAfter) {
        return retryAfter.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : retryAfter;
    }
}
