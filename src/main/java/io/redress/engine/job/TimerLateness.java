package io.redress.engine.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The lateness of the engine's timers by our clock, "fired minus due": {@code redress.timer.lateness}, and the number
 * of timers that fired: {@code redress.timers.fired}. Both are recorded by process and step.
 *
 * <p>A timer is late if it begins late. Attempts after a failure are not counted, for they have a time of their own;
 * the attempt that succeeds at last counts as fired, once it is committed.
 */
@Component
public class TimerLateness {

    /** Long enough that rare timers are still in the percentiles when somebody looks. */
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final MeterRegistry meters;
    private final Clock clock;

    TimerLateness(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Notes that a timer begins to fire, in the present transaction. */
    void firing(JobEntity job) {
        Tags step = step(job.getProcessDefinitionKey(), job.getActivityId());
        if (isFirstAttempt(job) && job.getDuedate() != null) {
            late(step, job.getDuedate().toInstant());
        }
        countOnceCommitted(step);
    }

    /** Notes that the present transaction also does the work of another due timer, which then need not fire. */
    public void takenAlong(String process, String activity, Instant due) {
        Tags step = step(process, activity);
        late(step, due);
        countOnceCommitted(step);
    }

    private static Tags step(String process, String activity) {
        return Tags.of("process", process, "activity", activity);
    }

    private void late(Tags step, Instant due) {
        Duration late = Duration.between(due, clock.instant());
        lateness(step).record(late.isNegative() ? Duration.ZERO : late);
    }

    private void countOnceCommitted(Tags step) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.counter("redress.timers.fired", step).increment();
            }
        });
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
