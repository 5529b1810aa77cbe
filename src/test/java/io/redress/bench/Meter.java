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
    private final Surroundings surroundings;
    private final long looks;
    private final long transactions;
    private final long jobs;
    private final long failures;

    /** The connections that measure. */
    private final Set<Long> watchers;

    private long wal;
    private Clocks clocks;
    private List<Statement> statements;

    /** @param side frozen, for long enough that the database has told all that it did */
    Meter(Side side, Watcher server, Surroundings surroundings) {
        this.side = side;
        this.server = server;
        this.surroundings = surroundings;
        looks = side.watcher().looks();
        transactions = server.transactions(side.name());
        jobs = side.jobs();
        failures = side.failures();
        watchers = Set.of(side.watcher().backend(), server.backend());
    }

    void begin() {
        server.forgetStatements(side.name());
        wal = server.walPosition();
        clocks = clocks();
    }

    void end() {
        clocks = clocks().minus(clocks);
        wal = server.walPosition() - wal;
        statements = server.statements(side.name());
    }

    /** What was used; the side is frozen again, for as long as before. */
    Usage read() {
        // Its own looks have been told by now, those that follow have not.
        long told = server.transactions(side.name())
                - transactions
                - (side.watcher().looks() - looks);
        return new Usage(
                told,
                statements,
                wal,
                clocks.application,
                clocks.database,
                clocks.around,
                clocks.others(),
                side.jobs() - jobs,
                side.failures() - failures);
    }

    private Clocks clocks() {
        return new Clocks(
                Processor.of(side.process().pid()),
                Processor.ofFamily(surroundings.postmaster(), watchers),
                Processor.of(surroundings.pid())
                        .plus(Processor.of(ProcessHandle.current().pid())),
                Processor.ofMachine());
    }

    private record Clocks(Duration application, Duration database, Duration around, Duration machine) {

        Clocks minus(Clocks earlier) {
            return new Clocks(
                    application.minus(earlier.application),
                    database.minus(earlier.database),
                    around.minus(earlier.around),
                    machine.minus(earlier.machine));
        }

        Duration others() {
            Duration rest = machine.minus(application).minus(database).minus(around);
            return rest.isNegative() ? Duration.ZERO : rest;
        }
    }
}
