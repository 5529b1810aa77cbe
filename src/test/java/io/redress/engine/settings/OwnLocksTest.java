package io.redress.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node frees what it had locked itself when it died, and nobody else's. */
@SandboxTest
class OwnLocksTest {

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void lock() {
        lock("own-locks-mine", "node-a");
        lock("own-locks-theirs", "node-b");
    }

    @AfterEach
    void remove() {
        database.update("delete from act_ru_job where id_ like 'own-locks-%'");
    }

    @Test
    void onlyItsOwn() {
        new OwnLocks(mock(JobExecutor.class), database, named("node-a")).free();
        assertThat(owner("own-locks-mine")).isNull();
        assertThat(owner("own-locks-theirs")).isEqualTo("node-b");
    }

    @Test
    void withoutANameNone() {
        new OwnLocks(mock(JobExecutor.class), database, named("")).free();
        assertThat(owner("own-locks-mine")).isEqualTo("node-a");
    }

    /** Locked far into the future, so that the running job executor leaves it alone. */
    private void lock(String id, String owner) {
        database.update("""
                insert into act_ru_job (id_, rev_, type_, lock_owner_, lock_exp_time_, retries_, suspension_state_, duedate_)
                values (?, 1, 'message', ?, now() + interval '90 years', 1, 2, now() + interval '90 years')""", id, owner);
    }

    private String owner(String id) {
        return database.queryForObject("select lock_owner_ from act_ru_job where id_ = ?", String.class, id);
    }

    private static EngineProperties named(String node) {
        var provider = new EngineProperties.Provider(Duration.ofSeconds(20));
        return new EngineProperties(
                node, ZoneOffset.UTC, provider, provider, provider, new EngineProperties.Outside(2));
    }
}
