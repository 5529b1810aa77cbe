package io.redress.people.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * A rate with a token bucket that fills up while nothing is asked.
 *
 * @param perSecond what comes in
 * @param burst what the bucket holds
 */
record Limit(int perSecond, int burst) {

    private static final int PORTIONS = 10;

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build();
    }

    /** What a node takes out of the common store at a time, so that not every request has to ask for its own. */
    int portion() {
        return Math.max(1, burst / PORTIONS);
    }

    /** How long it takes until an empty bucket is full. */
    Duration refill() {
        return Duration.ofSeconds(burst / perSecond + 1);
    }
}
