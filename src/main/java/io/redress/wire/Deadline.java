package io.redress.wire;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * The moment by which everything that one call asks of the world outside must have ended, retrievals of further pages
 * included. It runs in real time, whatever the steerable clock of the house says.
 */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration total) {
        return new Deadline(System.nanoTime() + total.toNanos());
    }

    /**
     * What is left, always more than nothing.
     *
     * @throws HttpTimeoutException where nothing is left
     */
    public Duration remaining() throws HttpTimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new HttpTimeoutException("the total deadline has passed");
        }
        return Duration.ofNanos(nanos);
    }
}
