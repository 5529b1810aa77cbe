package io.redress.engine.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import io.redress.engine.command.EngineLogFilter;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * The engine's log entry about the step at which a job failed. The engine writes it before anybody knows why the job
 * failed, so it is kept back until that is known.
 */
final class StepLog implements AutoCloseable {

    private static final ThreadLocal<StepLog> PRESENT = new ThreadLocal<>();

    private Runnable entry = () -> {};

    private StepLog() {}

    /** From now on this thread's entry is kept back. */
    static StepLog keepBack() {
        StepLog log = new StepLog();
        PRESENT.set(log);
        return log;
    }

    /** Writes what was kept back. */
    void write() {
        PRESENT.remove();
        entry.run();
    }

    @Override
    public void close() {
        PRESENT.remove();
    }

    /** The log filter that keeps the entry back. */
    @Component("stepLog")
    static final class Filter extends EngineLogFilter {

        @Override
        public FilterReply decide(
                Marker marker, Logger logger, Level level, String format, Object[] values, Throwable failure) {
            StepLog log = PRESENT.get();
            if (log == null
                    || format == null
                    || level != Level.ERROR
                    || !logger.getName().equals(STEPS)) {
                return FilterReply.NEUTRAL;
            }
            log.entry = () -> logger.error(marker, format, values);
            return FilterReply.DENY;
        }
    }
}
