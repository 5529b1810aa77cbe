package io.redress.outside.wire;

import io.redress.core.database.TransactionMemory;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The moment by which all requests of one call to an outside system must have ended, those for further pages included.
 * It is measured in real time, even where the application's clock is set by hand.
 */
public final class Deadline {

    private static final ThreadLocal<Deadline> WORK = new ThreadLocal<>();

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /**
     * A deadline that is never later than that of the work it is part of. Whoever asks the world outside waits, so what
     * the present transaction has read before is read anew afterwards.
     */
    public static Deadline in(Duration total) {
        TransactionMemory.forgetAll();
        long end = System.nanoTime() + total.toNanos();
        Deadline work = WORK.get();
        return work == null || end - work.end < 0 ? new Deadline(end) : work;
    }

    /**
     * Does work on this thread that must be over in time, such as before an engine job loses its lock and another node
     * takes it up: all requests of the work to outside systems end by then.
     */
    public static <T> T limiting(Duration total, Supplier<T> work) {
        Deadline outer = WORK.get();
        WORK.set(in(total));
        try {
            return work.get();
        } finally {
            WORK.set(outer);
        }
    }

    /**
     * The time that is left, always more than zero.
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
