package io.redress.engine.settings;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * A lock that lets one node at a time create or update the engine's tables: on an empty database two nodes would
 * collide.
 */
@Component
class SchemaLock {

    /** Any number, as long as it stays the same in every release. */
    private static final long KEY = 7_240_001;

    private final DataSource database;
    private Connection holder;

    SchemaLock(DataSource database) {
        this.database = database;
    }

    /** Waits until no other node builds its engine. The database releases the lock by itself if this node dies. */
    void take() {
        try {
            holder = database.getConnection();
            execute("select pg_advisory_lock(%d)");
        } catch (SQLException unreachable) {
            throw new DatabaseUnavailable(unreachable);
        }
    }

    void release() {
        try {
            execute("select pg_advisory_unlock(%d)");
            holder.close();
        } catch (SQLException lost) {
            throw new DatabaseUnavailable(lost);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute(sql.formatted(KEY));
        }
    }
}
