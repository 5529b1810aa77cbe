package io.redress.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Unavailable;
import io.redress.sandbox.SandboxTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How often and when a failed job comes back, by kind of failure; against the engine's own job and our own count. */
@SandboxTest
class BackOffTest {

    private static final String JOB = "back-off-job";

    @Autowired
    ProcessEngine engine;

    @Autowired
    JobFailures failures;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);

    /** Suspended, so that the running job executor leaves it alone. */
    @BeforeEach
    void begin() {
        remove();
        database.update("""
                insert into act_ru_job (id_, rev_, type_, retries_, suspension_state_, duedate_, handler_type_)
                values (?, 1, 'message', 3, 2, now(), 'batch-seed-job')""", JOB);
    }

    @AfterEach
    void remove() {
        database.update("delete from act_ru_job where id_ = ?", JOB);
        database.update("delete from act_ru_incident where configuration_ = ?", JOB);
        failures.forget(JOB);
    }

    @Test
    void faultIsTriedThreeTimesWithinAMinute() {
        Instant first = clock.instant();
        fail(new IllegalStateException("broken"));
        assertThat(retries()).isEqualTo(2);
        fail(new NullPointerException());
        assertThat(retries()).isEqualTo(1);
        assertThat(due()).isBefore(first.plusSeconds(60));
        verifyNoInteractions(events);
        fail(new IllegalStateException("broken"));

        assertThat(retries()).isZero();
        verify(events).publishEvent(new StepFailed(JOB));
    }

    @Test
    void outageIsTriedForHoursAndLeavesAFaultItsAttempts() {
        for (int i = 0; i < 5; i++) {
            fail(new Away(null));
        }
        assertThat(retries()).isEqualTo(2);
        assertThat(due()).isAfter(clock.instant().plus(Duration.ofMinutes(40)));

        fail(new IllegalStateException("broken"));
        assertThat(retries()).isEqualTo(2);
        assertThat(due()).isBefore(clock.instant().plusSeconds(10));
        fail(new Away(null));
        fail(new Away(null));
        assertThat(retries()).isZero();
    }

    @Test
    void providerIsLeftAloneForAsLongAsItAsks() {
        fail(new Away(Duration.ofMinutes(20)));

        assertThat(due()).isAfter(clock.instant().plus(Duration.ofMinutes(19)));
    }

    @Test
    void whoWasNotAskedIsNoAttempt() {
        fail(new IllegalStateException("The cause that matters"));
        for (int i = 0; i < 20; i++) {
            fail(new Away(Duration.ofSeconds(30), FreshProviders.refused(Duration.ofSeconds(30), false)));
        }
        assertThat(retries()).isEqualTo(2);
        assertThat(due())
                .isBetween(clock.instant().plusSeconds(25), clock.instant().plusSeconds(31));
        assertThat(message()).isEqualTo("The cause that matters");
        assertThat(failures.of(JOB)).isEqualTo(new JobFailures.Count(0, 1, 0));
    }

    @Test
    void providerThatIsDownForLongUsesUpAttempts() {
        for (int i = 0; i < 7; i++) {
            assertThat(retries()).isPositive();
            fail(new Away(Duration.ofSeconds(30), FreshProviders.refused(Duration.ofSeconds(30), true)));
        }
        assertThat(retries()).isZero();
        verify(events).publishEvent(new StepFailed(JOB));
    }

    @Test
    void conflictUsesUpNothingAndHidesNothing() {
        fail(new IllegalStateException("The cause that matters"));
        fail(new IllegalStateException("The cause that matters"));
        assertThat(retries()).isEqualTo(1);

        for (RuntimeException conflict : new RuntimeException[] {
            new OptimisticLockingException("the engine's table"),
            new OptimisticLockingFailureException("our table"),
            new IllegalStateException("deep inside", new ConcurrencyFailureException("either")),
            rowLock()
        }) {
            fail(conflict);
            assertThat(retries()).as(conflict.toString()).isEqualTo(1);
            assertThat(due()).isBefore(clock.instant().plusSeconds(1));
            assertThat(message()).isEqualTo("The cause that matters");
        }
        fail(new IllegalStateException("The cause that matters"));
        assertThat(retries()).isZero();
        assertThat(database.queryForObject(
                        "select detail from redress.job_failure where job_id = ?", String.class, JOB))
                .contains("The cause that matters");
    }

    @Test
    void whatConflictsForEverComesToAnEnd() {
        for (int i = 0; i < RetryCycle.MOST_CONFLICTS - 1; i++) {
            fail(new OptimisticLockingFailureException("again"));
        }
        assertThat(retries()).isEqualTo(3);
        fail(new OptimisticLockingFailureException("again"));
        assertThat(retries()).isEqualTo(2);
        for (int i = 0; i < 2 * RetryCycle.MOST_CONFLICTS; i++) {
            fail(new OptimisticLockingFailureException("again"));
        }
        assertThat(retries()).isZero();
        verify(events, times(1)).publishEvent(new StepFailed(JOB));
    }

    private void fail(RuntimeException failure) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(new BackOff(failures, events).getCommand(JOB, failure));
    }

    /** What PostgreSQL says of a row that another transaction holds, in Spring's words. */
    private RuntimeException rowLock() {
        return (RuntimeException) catchThrowable(() -> transaction.executeWithoutResult(holder -> {
            database.queryForList("select id_ from act_ru_job where id_ = ? for update", JOB);
            var other = new TransactionTemplate(transaction.getTransactionManager());
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(waiting -> {
                database.execute("set local lock_timeout = '50ms'");
                database.queryForList("select id_ from act_ru_job where id_ = ? for update", JOB);
            });
        }));
    }

    private int retries() {
        return (int) job().get("retries_");
    }

    private Instant due() {
        return ((Timestamp) job().get("duedate_")).toInstant();
    }

    private String message() {
        return (String) job().get("exception_msg_");
    }

    private Map<String, Object> job() {
        return database.queryForMap("select retries_, duedate_, exception_msg_ from act_ru_job where id_ = ?", JOB);
    }

    private static final class Away extends Unavailable {

        Away(Duration retryAfter) {
            this(retryAfter, null);
        }

        Away(Duration retryAfter, Throwable cause) {
            super("away", true, retryAfter, cause);
        }

        @Override
        public String who() {
            return "the shop";
        }
    }
}
