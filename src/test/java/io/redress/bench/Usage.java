package io.redress.bench;

import java.time.Duration;
import java.util.List;

/**
 * What a side has used between two moments.
 *
 * @param transactions committed or rolled back in its database
 * @param statements what its database was asked
 * @param walBytes what was written into the log
 * @param application processor time of its process
 * @param database processor time of the database
 * @param around processor time of what it talks to: providers, mail server, clients
 * @param others processor time of whoever else was on the machine
 * @param jobs that its engine executed
 * @param failures of jobs, which were or will be tried again
 */
record Usage(
        long transactions,
        List<Statement> statements,
        long walBytes,
        Duration application,
        Duration database,
        Duration around,
        Duration others,
        long jobs,
        long failures) {

    double calls(Statement.Kind kind) {
        return statements.stream()
                .filter(statement -> statement.kind() == kind)
                .mapToDouble(Statement::calls)
                .sum();
    }

    double rows() {
        return statements.stream()
                .filter(statement -> statement.kind() != Statement.Kind.OTHER)
                .mapToDouble(Statement::rows)
                .sum();
    }
}
