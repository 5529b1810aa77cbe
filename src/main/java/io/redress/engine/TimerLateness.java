package io.redress.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/**
 * How late the engine's timers fire, by our clock: {@code redress.timer.lateness}, "fired minus due", and how many have
 * fired: {@code redress.timers.fired}. Both are told apart by process and step.
 *
 * <p>Late is a timer that begins late. Attempts after a failure are not counted, for they come at a time of their own;
 * what they do at last counts as fired, once it is committed.
 */
@Component
class TimerLateness {

    /** Long enough that rare timers are still in the percentiles when somebody looks. */
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final MeterRegistry meters;
    private final Clock clock;

    TimerLateness(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Notes that a timer begins to fire; {@code transaction} is the one that it fires in. */
    void firing(JobEntity job, TransactionContext transaction) {
        Tags step = Tags.of("process", job.getProcessDefinitionKey(), "activity", job.getActivityId());
        if (isFirstAttempt(job) && job.getDuedate() != null) {
            Duration late = Duration.between(job.getDuedate().toInstant(), clock.instant());
            lateness(step).record(late.isNegative() ? Duration.ZERO : late);
        }
        transaction.addTransactionListener(
                TransactionState.COMMITTED,
                committed -> meters.counter("redress.timers.fired", step).increment());
    }

    private Timer lateness(Tags step) {
        return Timer.builder("redress.timer.lateness")
                .description("How long after they were due timers fired, first attempts only")
                .tags(step)
                .publishPercentiles(0.5, 0.99)
                .distributionStatisticExpiry(WINDOW)
                .register(meters);
    }

    /** A failure, even a conflict that is tried again at once, leaves its message on the job. */
    private static boolean isFirstAttempt(JobEntity job) {
        return job.getExceptionMessage() == null && job.getExceptionByteArrayId() == null;
    }
}
