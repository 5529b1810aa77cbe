package io.redress.engine.settings;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives each test context an empty database of its own on one real PostgreSQL for the whole test run. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres server;

    /** The database that {@link #migrated} copies. */
    private static String template;

    /** The address of a new, empty database. */
    public static String create() {
        return address(create(""));
    }

    /** A new database of its own with all our tables, which are made once and then copied. */
    public static synchronized DriverManagerDataSource migrated() {
        if (template == null) {
            String made = create("");
            OldDatabase.migrate(source(made), "latest");
            template = made;
        }
        return source(create(" template " + template));
    }

    private static synchronized String create(String options) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
            String name = "engine_test_" + COUNT.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name + options);
            }
            return name;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String address(String name) {
        return server.getJdbcUrl("postgres", name);
    }

    private static DriverManagerDataSource source(String name) {
        return new DriverManagerDataSource(address(name), "postgres", "postgres");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + create()).applyTo(context);
    }
}
