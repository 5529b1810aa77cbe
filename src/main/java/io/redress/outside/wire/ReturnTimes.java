package io.redress.outside.wire;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * The times at which those who found no room at a provider come back: one after the other, as fast as it takes calls.
 * All at once, each but the first few would only find no room again, and leave none for other work. When the next
 * minute is given away, further ones come at any time in it.
 */
final class ReturnTimes {

    private static final long SOONEST = Duration.ofMillis(200).toNanos();
    private static final long CLOSEST = Duration.ofMillis(20).toNanos();
    private static final long SPREAD = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private long latest;

    ReturnTimes(LongSupplier nanos) {
        this.nanos = nanos;
        this.latest = nanos.getAsLong();
    }

    /**
     * @param notBefore how long there certainly is no room
     * @param distance from one to the next
     */
    synchronized Duration next(Duration notBefore, Duration distance) {
        long now = nanos.getAsLong();
        long earliest = now + Math.max(SOONEST, notBefore.toNanos());
        long turn = Math.max(latest + Math.max(CLOSEST, distance.toNanos()) - earliest, 0) + earliest;
        if (turn - earliest > SPREAD) {
            return Duration.ofNanos(earliest - now + ThreadLocalRandom.current().nextLong(SPREAD));
        }
        latest = turn;
        return Duration.ofNanos(turn - now);
    }
}
