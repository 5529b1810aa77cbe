package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** A file of open cases, checked or imported. */
public record Import(
        String id,
        boolean dryRun,
        String state,
        String source,
        String createdBy,
        Instant createdAt,
        Instant finishedAt,
        int rows,
        int toImport,
        int alreadyImported,
        int done,
        List<ImportFault> refused,
        List<ImportFault> warnings,
        List<ImportFault> failed,
        List<ImportedCase> imported) {

    public record ImportFault(int row, String field, String message) {}

    public record ImportedCase(String externalId, String caseNumber) {}
}
