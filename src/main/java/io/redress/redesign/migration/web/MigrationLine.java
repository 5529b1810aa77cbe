package io.redress.redesign.migration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.core.text.EnumWords;
import io.redress.redesign.migration.MigrationRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A move in the list of moves. */
@Schema(name = "MigrationLine")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MigrationLine(
        UUID id,

        @Schema(allowableValues = {"running", "done", "cancelled"})
        String status,

        String process,
        int to,
        boolean dryRun,
        OffsetDateTime createdAt,
        String createdBy,
        int done,
        int total) {

    static MigrationLine of(MigrationRun run) {
        return new MigrationLine(
                run.id(),
                EnumWords.word(run.status()),
                run.process(),
                run.to(),
                run.dryRun(),
                run.createdAt().atOffset(ZoneOffset.UTC),
                run.createdBy(),
                run.done(),
                run.total());
    }
}
