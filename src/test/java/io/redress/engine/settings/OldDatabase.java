package io.redress.engine.settings;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own with our tables as an earlier version left them, and one case in it, until it is updated. */
public final class OldDatabase {

    /** The number of the case that is in it. */
    public static final String CASE = "C-2026-000001";

    private final DriverManagerDataSource source =
            new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(source);

    /** @param version the last migration that has run, such as {@code 51.2} */
    public OldDatabase(String version) {
        migrate(source, version);
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                            customer_email, description, received_at, created_at, status, priority, team, round,
                            question_open)
                        values (:case, 0, 'EMAIL', 'BUYER', 'system', false, 'ada@example.org', 'It broke.',
                            now(), now(), 'RECEIVED', 50, 'handlers', 1, false)""").param("case", CASE).update();
    }

    /** Runs the migrations that were added since. */
    public void update() {
        migrate(source, "latest");
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public DataSource source() {
        return source;
    }

    /** Brings our tables to a version; {@code latest} for the newest one. */
    public static void migrate(DriverManagerDataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .schemas("redress")
                .defaultSchema("redress")
                .target(version)
                .load()
                .migrate();
    }
}
