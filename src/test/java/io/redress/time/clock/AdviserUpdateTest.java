package io.redress.time.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whom a clock of old asked for advice is known after the update. */
class AdviserUpdateTest {

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(source);

    @Test
    void whoWasAskedBeforeTheUpdateIsStillAsked() {
        migrateTo("51.2");
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                            customer_email, description, received_at, created_at, status, priority, team, round,
                            question_open)
                        values ('C-2026-000001', 0, 'EMAIL', 'BUYER', 'system', false, 'ada@example.org', 'It broke.',
                            now(), now(), 'RECEIVED', 50, 'handlers', 1, false)""").update();
        started("ADVICE", "1/7 person:lead2");
        started("ADVICE", "1/8 team of the north");
        started("LEGAL", "refund after a withdrawal");
        started("RESOLUTION", "");

        migrateTo("latest");

        assertThat(jdbc.sql("select coalesce(adviser, '-') from redress.case_clock order by id")
                        .query(String.class)
                        .list())
                .containsExactly("person:lead2", "team of the north", "-", "-");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(source)
                .schemas("redress")
                .defaultSchema("redress")
                .target(version)
                .load()
                .migrate();
    }

    private void started(String kind, String subject) {
        jdbc.sql("""
                        insert into redress.case_clock (case_number, kind, round, subject, ladder)
                        values ('C-2026-000001', :kind, 1, :subject, 'standard')""").param("kind", kind).param("subject", subject).update();
    }
}
