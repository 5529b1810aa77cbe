package io.redress.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** Late is what began late; an attempt after a failure has a time of its own. */
class TimerLatenessTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TimerLateness lateness = new TimerLateness(meters, Clock.fixed(NOW, ZoneOffset.UTC));
    private final TransactionContext transaction = mock(TransactionContext.class);

    @Test
    void latenessIsFiredMinusDueByOurClock() {
        lateness.firing(due(Duration.ofSeconds(90)), transaction);

        assertThat(measured().count()).isOne();
        assertThat(measured().totalTime(TimeUnit.SECONDS)).isEqualTo(90);
    }

    @Test
    void anotherAttemptIsNotLate() {
        JobEntity tried = due(Duration.ofSeconds(3));
        when(tried.getExceptionMessage()).thenReturn("the mail server was down");

        lateness.firing(tried, transaction);

        assertThat(meters.find("redress.timer.lateness").timer()).isNull();
    }

    @Test
    void onlyWhatIsCommittedHasFired() {
        lateness.firing(due(Duration.ZERO), transaction);
        assertThat(meters.find("redress.timers.fired").counter()).isNull();

        commit();

        Counter fired = meters.get("redress.timers.fired")
                .tags("process", "refundWatch", "activity", "event_checkDue")
                .counter();
        assertThat(fired.count()).isOne();
    }

    private Timer measured() {
        return meters.get("redress.timer.lateness")
                .tags("process", "refundWatch", "activity", "event_checkDue")
                .timer();
    }

    private void commit() {
        ArgumentCaptor<TransactionListener> listener = ArgumentCaptor.forClass(TransactionListener.class);
        Mockito.verify(transaction).addTransactionListener(Mockito.eq(TransactionState.COMMITTED), listener.capture());
        listener.getValue().execute(null);
    }

    private static JobEntity due(Duration ago) {
        JobEntity job = mock(JobEntity.class);
        when(job.getProcessDefinitionKey()).thenReturn("refundWatch");
        when(job.getActivityId()).thenReturn("event_checkDue");
        when(job.getDuedate()).thenReturn(Date.from(NOW.minus(ago)));
        return job;
    }
}
