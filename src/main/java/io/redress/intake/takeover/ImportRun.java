package io.redress.intake.takeover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of cases on its way in, or the trial of one.
 *
 * @param source what the system is called that had the cases before
 * @param dryRun whether it was only checked
 * @param rows how many cases the file holds; 0 where it could not be read
 * @param known how many of them had a case here already
 * @param done how many rows of a run are dealt with
 * @param refused everything that is wrong with the file; where there is something, nothing was imported
 * @param warnings what is kept as it stands in the file although it cannot be read
 * @param failed rows that were right and still could not be stored; the same file tries them again
 */
public record ImportRun(
        UUID id,
        String source,
        boolean dryRun,
        State state,
        String createdBy,
        Instant createdAt,
        Instant finishedAt,
        int rows,
        int known,
        int done,
        List<ImportFault> refused,
        List<ImportFault> warnings,
        List<ImportFault> failed) {

    /** How far it is. */
    public enum State {
        /** A dry run found nothing to refuse. */
        CHECKED,
        /** Something is wrong with the file, and nothing was imported. */
        REFUSED,
        RUNNING,
        DONE
    }

    /** How many cases are, or were, newly created. */
    public int toImport() {
        return state == State.REFUSED ? 0 : rows - known;
    }

    /** A case that was imported. */
    public record Brought(String externalId, String caseNumber) {}
}
