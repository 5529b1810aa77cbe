package io.redress.people.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wrong passwords of one name, address, place or password: a bucket that each of them fills by one and that drains
 * one by one. Attempts that are being checked count as wrong until the result is known, so that a thousand at once are
 * not a thousand guesses; an attempt that would fit once they are known waits for them.
 */
final class TryBucket {

    /** Longer than a password takes to be checked; only a database that hangs makes anybody wait for so long. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final String key;
    private final int size;
    private final Duration every;
    private Instant drainedAt = Instant.EPOCH;
    private int looking;

    /** @param every how long one wrong password takes to drain */
    TryBucket(String key, int size, Duration every) {
        this.key = key;
        this.size = size;
        this.every = every;
    }

    String key() {
        return key;
    }

    Duration every() {
        return every;
    }

    Duration drainsIn() {
        return every.multipliedBy(size);
    }

    /**
     * Reserves a place for one attempt, to be released by {@link #known} or {@link #failed}.
     *
     * @return how long to wait where there is none; empty where it was taken
     */
    synchronized Optional<Duration> take(Clock clock) {
        long patience = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            Duration full = Duration.between(clock.instant(), drainedAt);
            Duration room = drainsIn().minus(full.isNegative() ? Duration.ZERO : full);
            long free = room.dividedBy(every);
            if (free > looking) {
                looking++;
                return Optional.empty();
            }
            long left = (patience - System.nanoTime()) / 1_000_000;
            if (free < 1 || left <= 0 || !waitFor(left)) {
                return Optional.of(free < 1 ? every.minus(room) : LONGEST_WAIT);
            }
        }
    }

    private boolean waitFor(long millis) {
        try {
            wait(millis);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Releases the place of an attempt that was right, or was not checked after all. */
    synchronized void giveBack() {
        looking--;
        notifyAll();
    }

    /** Counts a wrong password. @param drained when the bucket will be empty, as all nodes together know it */
    synchronized void failed(Instant drained) {
        drainedAt = drained.isAfter(drainedAt) ? drained : drainedAt;
        giveBack();
    }

    /** When the bucket would be empty after one more wrong password, as this node alone knows it. */
    synchronized Instant afterOneMore(Instant now) {
        return (drainedAt.isAfter(now) ? drainedAt : now).plus(every);
    }
}
