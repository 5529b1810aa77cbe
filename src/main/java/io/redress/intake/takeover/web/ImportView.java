package io.redress.intake.takeover.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.core.text.EnumWords;
import io.redress.intake.takeover.ImportFault;
import io.redress.intake.takeover.ImportRun;
import io.redress.intake.takeover.ImportRun.Brought;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A file of cases, checked or imported, as the API shows it. Times are UTC. */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportView(
        UUID id,
        boolean dryRun,

        @Schema(
                description = "checked: a dry run found nothing to refuse. refused: nothing was imported.",
                allowableValues = {"checked", "refused", "running", "done"})
        String state,

        String source,
        String createdBy,
        Instant createdAt,

        @Schema(description = "null until the last row is dealt with")
        Instant finishedAt,

        @Schema(description = "How many cases the file holds; 0 where it could not be read.")
        int rows,

        @Schema(description = "How many cases come, or came, newly into being; 0 where the file is refused.")
        int toImport,

        @Schema(description = "How many had a case here before.")
        int alreadyImported,

        @Schema(description = "How many rows a run has dealt with.")
        int done,

        @Schema(description = "Everything that is wrong with the file.")
        List<FaultView> refused,

        @Schema(description = "What is kept as it stands in the file although it cannot be read.")
        List<FaultView> warnings,

        @Schema(description = "Rows that were right and could not be stored all the same; send the file once more.")
        List<FaultView> failed,

        @Schema(description = "The cases that were brought over; in lists of imports it is empty.")
        List<BroughtView> imported) {

    @Schema(name = "ImportFault")
    record FaultView(
            @Schema(description = "As a spreadsheet counts: in CSV the first row holds the columns.")
            int row,

            @Schema(description = "The column, or \"row\" for the row as a whole.")
            String field,

            String message) {}

    @Schema(name = "ImportedCase")
    record BroughtView(String externalId, String caseNumber) {}

    static ImportView of(ImportRun run, List<Brought> brought) {
        return new ImportView(
                run.id(),
                run.dryRun(),
                EnumWords.word(run.state()),
                run.source(),
                run.createdBy(),
                run.createdAt(),
                run.finishedAt(),
                run.rows(),
                run.toImport(),
                run.known(),
                run.done(),
                views(run.refused()),
                views(run.warnings()),
                views(run.failed()),
                brought.stream()
                        .map(one -> new BroughtView(one.externalId(), one.caseNumber()))
                        .toList());
    }

    private static List<FaultView> views(List<ImportFault> faults) {
        return faults.stream()
                .map(fault -> new FaultView(fault.row(), fault.field(), fault.message()))
                .toList();
    }
}
