package io.redress.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The meter of one side. Processor time, log and statements are read between {@link #begin} and {@link #end}; what the
 * database tells late is read while the side is frozen, before and after.
 */
final class Meter {

    private final Side side;
    private final Watcher server;
    private final long postmaster;
    private final long looks;
    private final long transactions;
    private final long jobs;
    private final long failures;

    /** The connections that measure. */
    private final Set<Long> watchers;

    private long wal;
    private Duration application;
    private Duration database;
    private List<Statement> statements;

    /** @param side frozen, for long enough that the database has told all that it did */
    Meter(Side side, Watcher server, long postmaster) {
        this.side = side;
        this.server = server;
        this.postmaster = postmaster;
        looks = side.watcher().looks();
        transactions = server.transactions(side.name());
        jobs = side.jobs();
        failures = side.failures();
        watchers = Set.of(side.watcher().backend(), server.backend());
    }

    void begin() {
        server.forgetStatements(side.name());
        wal = server.walPosition();
        application = Processor.of(side.process().pid());
        database = Processor.ofFamily(postmaster, watchers);
    }

    void end() {
        application = Processor.of(side.process().pid()).minus(application);
        database = Processor.ofFamily(postmaster, watchers).minus(database);
        wal = server.walPosition() - wal;
        statements = server.statements(side.name());
    }

    /** What was used; the side is frozen again, for as long as before. */
    Usage read() {
        // Its own looks have been told by now, those that follow have not.
        long told = server.transactions(side.name())
                - transactions
                - (side.watcher().looks() - looks);
        return new Usage(told, statements, wal, application, database, side.jobs() - jobs, side.failures() - failures);
    }
}
