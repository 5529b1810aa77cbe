package io.redress.core.database;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Figures of the whole database, for metrics and health: read again after five seconds, so that whoever asks often, or for
 * several of them at a time, has them counted once. They are told by real time, whatever the clock of the cases says.
 */
public final class FreshFigures<T> {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final Supplier<T> reader;
    private T latest;
    private long readAt;

    /** @param reader counts anew; what it throws reaches who asks, and the next one has it counted again */
    public FreshFigures(Supplier<T> reader) {
        this.reader = reader;
    }

    /** The figures as they were at most five seconds ago. */
    public synchronized T now() {
        if (latest == null || System.nanoTime() - readAt > FRESH) {
            latest = reader.get();
            readAt = System.nanoTime();
        }
        return latest;
    }
}
