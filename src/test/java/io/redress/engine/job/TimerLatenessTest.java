package io.redress.engine.job;

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
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** Late is what began late; an attempt after a failure has a time of its own. */
class TimerLatenessTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TimerLateness lateness = new TimerLateness(meters, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        TransactionSynchronizationManager.clear();
    }

    @Test
    void latenessIsFiredMinusDueByOurClock() {
        lateness.firing(due(Duration.ofSeconds(90)));

        assertThat(measured().count()).isOne();
        assertThat(measured().totalTime(TimeUnit.SECONDS)).isEqualTo(90);
    }

    @Test
    void anotherAttemptIsNotLate() {
        JobEntity tried = due(Duration.ofSeconds(3));
        when(tried.getExceptionMessage()).thenReturn("the mail server was down");

        lateness.firing(tried);

        assertThat(meters.find("redress.timer.lateness").timer()).isNull();
    }

    @Test
    void aTimerThatIsTakenAlongIsLateAndFiresToo() {
        lateness.takenAlong("refundWatch", "event_checkDue", NOW.minusSeconds(7));
        commit();

        assertThat(measured().totalTime(TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(fired().count()).isOne();
    }

    @Test
    void onlyWhatIsCommittedHasFired() {
        lateness.firing(due(Duration.ZERO));
        assertThat(meters.find("redress.timers.fired").counter()).isNull();

        commit();

        assertThat(fired().count()).isOne();
    }

    private Counter fired() {
        return meters.get("redress.timers.fired")
                .tags("process", "refundWatch", "activity", "event_checkDue")
                .counter();
    }

    private Timer measured() {
        return meters.get("redress.timer.lateness")
                .tags("process", "refundWatch", "activity", "event_checkDue")
                .timer();
    }

    private static void commit() {
        TransactionSynchronizationUtils.triggerAfterCommit();
    }

    private static JobEntity due(Duration ago) {
        JobEntity job = mock(JobEntity.class);
        when(job.getProcessDefinitionKey()).thenReturn("refundWatch");
        when(job.getActivityId()).thenReturn("event_checkDue");
        when(job.getDuedate()).thenReturn(Date.from(NOW.minus(ago)));
        return job;
    }
}
