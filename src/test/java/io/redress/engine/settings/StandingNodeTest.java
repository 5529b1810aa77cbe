package io.redress.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the others wait for a node that stands still. */
@SandboxTest
class StandingNodeTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamundaBpmProperties engine;

    /** Otherwise whoever takes its jobs over would stand still, too, before the rows that it has locked. */
    @Test
    void itsTransactionsEndBeforeItsJobsAreTakenAndAfterItsCallsAreOver() {
        Duration jobs = Duration.ofMillis(engine.getJobExecution().getLockTimeInMillis());
        Duration calls = jobs.multipliedBy(3).dividedBy(4);
        Duration transactions = Duration.ofMillis(jdbc.sql(
                        "select cast(setting as bigint) from pg_settings where name = 'idle_in_transaction_session_timeout'")
                .query(Long.class)
                .single());

        assertThat(transactions).isGreaterThan(calls).isLessThan(jobs);
        assertThat(jobs).isLessThan(Duration.ofSeconds(90));
    }
}
