package io.redress.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The eyes of the benchmark in the database. Has a role and mostly a database of its own, so that its looks are counted
 * with nobody's; those into a side's tables it counts itself, to be taken off.
 */
final class Watcher implements AutoCloseable {

    static final String ROLE = "watcher";

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;
    private long looks;

    private Watcher(String url) {
        connection = new SingleConnectionDataSource(url, true);
        jdbc = new JdbcTemplate(connection);
    }

    /** Makes the role, and prepares what is counted for the whole server. */
    static Watcher ofTheServer(Surroundings surroundings) {
        try (var first = DriverManager.getConnection(surroundings.databaseUrl("postgres", "postgres"));
                var prepare = first.createStatement()) {
            prepare.execute("create role " + ROLE + " superuser login");
            prepare.execute("create extension pg_stat_statements");
        } catch (SQLException e) {
            throw new BenchFailure("The database cannot count statements: " + e.getMessage(), e);
        }
        return new Watcher(surroundings.databaseUrl("postgres", ROLE));
    }

    /** One that looks into the tables of a side. */
    static Watcher of(Surroundings surroundings, String database) {
        return new Watcher(surroundings.databaseUrl(database, ROLE));
    }

    int change(String statement, Object... values) {
        looks++;
        return jdbc.update(statement, values);
    }

    /** Writes all tables anew, without what was deleted. */
    void compact() {
        jdbc.execute("set lock_timeout = '1min'");
        jdbc.execute("vacuum full");
        looks += 2;
    }

    void createDatabase(String name) {
        jdbc.execute("create database " + name + " owner postgres");
    }

    /** Asks for one number; each look is a transaction. */
    long number(String question, Object... values) {
        looks++;
        Long number = jdbc.queryForObject(question, Long.class, values);
        return number == null ? 0 : number;
    }

    boolean holds(String question, Object... values) {
        looks++;
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, values));
    }

    /** How many transactions it has had here. */
    long looks() {
        return looks;
    }

    /** The database's process that works for it. */
    long backend() {
        return number("select pg_backend_pid()");
    }

    /** Transactions in a database since it was made; those of others are told late, up to ten seconds after they went idle. */
    long transactions(String database) {
        return number("select xact_commit + xact_rollback from pg_stat_database where datname = ?", database);
    }

    String version() {
        return jdbc.queryForObject("select split_part(current_setting('server_version'), ' ', 1)", String.class);
    }

    /** How far the write-ahead log has been written, in bytes. */
    long walPosition() {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    void forgetStatements(String database) {
        jdbc.queryForList(
                "select pg_stat_statements_reset(0, oid, 0)::text from pg_database where datname = ?", database);
    }

    /** What was counted in a database since {@link #forgetStatements}, without the looks of the benchmark. */
    List<Statement> statements(String database) {
        return jdbc.query(
                """
                select s.query, s.calls, s.rows, s.total_exec_time, s.wal_bytes
                  from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
                 where d.datname = ? and r.rolname <> ?""",
                (row, index) -> new Statement(
                        row.getString(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)),
                database,
                ROLE);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
