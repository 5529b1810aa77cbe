package io.redress.engine.settings;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives each test context an empty database of its own on one real PostgreSQL for the whole test run. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres server;

    /** The address of a new, empty database. */
    public static synchronized String create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
            var name = "engine_test_" + COUNT.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A new database of its own with all our tables. */
    public static DataSource migrated() {
        DriverManagerDataSource source = new DriverManagerDataSource(create(), "postgres", "postgres");
        OldDatabase.migrate(source, "latest");
        return source;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + create()).applyTo(context);
    }
}
