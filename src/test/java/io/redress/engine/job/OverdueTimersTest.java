package io.redress.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.sandbox.SandboxTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is due and has not fired can be seen while it waits, not only afterwards. */
@SandboxTest
class OverdueTimersTest {

    private static final Duration LONG_AGO = Duration.ofDays(400);

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    @AfterEach
    void remove() {
        database.update("delete from act_ru_job where id_ like 'overdue-%'");
    }

    @Test
    void theBacklogAndItsOldestAreSeen() {
        double before = read("redress.timers.overdue");
        timer("overdue-waiting", 1, LONG_AGO);
        timer("overdue-given-up", 0, LONG_AGO.multipliedBy(2));
        timer("overdue-not-yet", 1, Duration.ofDays(-1));

        assertThat(read("redress.timers.overdue")).isEqualTo(before + 1);
        assertThat(oldest()).isBetween(LONG_AGO, LONG_AGO.plusMinutes(5));
    }

    private double read(String gauge) {
        return measure().get(gauge).gauge().value();
    }

    private Duration oldest() {
        double millis =
                measure().get("redress.timers.overdue.oldest").timeGauge().value(TimeUnit.MILLISECONDS);
        return Duration.ofMillis((long) millis);
    }

    /** A reading of its own: the application's is some seconds old. */
    private SimpleMeterRegistry measure() {
        var meters = new SimpleMeterRegistry();
        new OverdueTimers(database, clock).bindTo(meters);
        return meters;
    }

    /** Locked by a node that does not exist, so that the running job executor leaves it alone. */
    private void timer(String id, int retries, Duration ago) {
        database.update("""
                insert into act_ru_job (id_, rev_, type_, lock_owner_, lock_exp_time_, retries_, suspension_state_, duedate_)
                values (?, 1, 'timer', 'nobody', now() + interval '90 years', ?, 1, ?)""", id, retries, Timestamp.from(clock.instant().minus(ago)));
    }
}
