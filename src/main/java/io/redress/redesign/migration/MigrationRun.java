package io.redress.redesign.migration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A move of all open cases to a version of a diagram, or a trial of it.
 *
 * @param process the key of the process, such as {@code complaintResolution}
 * @param to the id of the version that they go to
 * @param from the id of the version whose cases are meant, {@code null} for those of any
 * @param dryRun whether it is tried only
 * @param reason {@code null} where nobody gave one
 * @param total how many cases it is about
 * @param stays how many of them there was nothing to do for
 * @param moves how many of them go on by the other version, or would
 * @param cannot how many of them stay as they are, because something keeps them
 */
public record MigrationRun(
        UUID id,
        Status status,
        String process,
        int to,
        Integer from,
        boolean dryRun,
        String reason,
        Instant createdAt,
        String createdBy,
        int total,
        int stays,
        int moves,
        int cannot) {

    /** How far it is. */
    public enum Status {
        RUNNING,
        DONE,
        /** Ended by a person before all cases had been looked at; those that were moved stay moved. */
        CANCELLED
    }

    /** How many cases were looked at. */
    public int done() {
        return stays + moves + cannot;
    }

    /** What becomes of a case. */
    public enum Verdict {
        /** There is nothing to do for it. */
        STAYS,
        /** It goes on by the other version. */
        MOVES,
        /** Something keeps it where it is; nothing of it was changed. */
        CANNOT
    }

    /**
     * A case of a run.
     *
     * @param caseNumber {@code null} where a process is about no case
     * @param verdict {@code null} as long as nobody has looked at it
     * @param why sentences in English
     * @param timers what changes of its timers and clocks
     */
    public record MigratedCase(String caseNumber, Verdict verdict, List<String> why, List<TimerChange> timers) {}
}
