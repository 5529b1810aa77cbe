package io.redress.redesign.migration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.core.text.EnumWords;
import io.redress.redesign.migration.MigrationRun;
import io.redress.redesign.migration.MigrationRun.MigratedCase;
import io.redress.redesign.migration.TimerChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A move of open cases, as the API shows it. Times are UTC. */
@Schema(name = "Migration")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MigrationView(
        UUID id,

        @Schema(allowableValues = {"running", "done", "cancelled"})
        String status,

        @Schema(description = "The key of the process.") String process,

        @Schema(description = "The id of the version that the cases go to.")
        int to,

        @Schema(description = "The id of the version whose cases are meant; null for any.", nullable = true)
        Integer from,

        @Schema(description = "Whether it is tried only.") boolean dryRun,

        @Schema(nullable = true) String reason,
        OffsetDateTime createdAt,
        String createdBy,

        @Schema(description = "How many cases were looked at.")
        int done,

        @Schema(description = "How many are to be looked at.")
        int total,

        @Schema(description = "How many there is nothing to do for.")
        int stays,

        @Schema(description = "How many go on by the other version, or would.")
        int moves,

        @Schema(description = "How many stay as they are, because something keeps them.")
        int cannot,

        @Schema(description = "A page of the cases that were looked at or are to be.")
        List<CaseView> cases,

        int page,
        int size) {

    @Schema(name = "MigratedCase")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CaseView(
            @Schema(description = "null where a process is about no case.", nullable = true)
            String caseNumber,

            @Schema(
                    description = "null as long as nobody has looked at it.",
                    nullable = true,
                    allowableValues = {"stays", "moves", "cannot"})
            String verdict,

            @Schema(description = "Sentences about what keeps it.")
            List<String> why,

            @Schema(description = "What changes of its timers, and of its clocks within the house.")
            List<TimerView> timers) {}

    @Schema(name = "TimerChange")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TimerView(
            @Schema(description = "The label of the event that waits, or the name of the clock.")
            String element,

            @Schema(description = "When it was due; null where there was none.", nullable = true)
            OffsetDateTime from,

            @Schema(description = "When it is due; null where there is none any more.", nullable = true)
            OffsetDateTime to,

            @Schema(
                    description = "fires: it is new, and due at once.",
                    allowableValues = {"moves", "vanishes", "begins", "fires"})
            String change) {

        static TimerView of(TimerChange change, Instant now) {
            return new TimerView(
                    change.element(), utc(change.from()), utc(change.to()), EnumWords.word(change.kind(now)));
        }

        private static OffsetDateTime utc(Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }

    static MigrationView of(MigrationRun run, List<MigratedCase> cases, int page, int size, Instant now) {
        return new MigrationView(
                run.id(),
                EnumWords.word(run.status()),
                run.process(),
                run.to(),
                run.from(),
                run.dryRun(),
                run.reason(),
                run.createdAt().atOffset(ZoneOffset.UTC),
                run.createdBy(),
                run.done(),
                run.total(),
                run.stays(),
                run.moves(),
                run.cannot(),
                cases.stream()
                        .map(one -> new CaseView(
                                one.caseNumber(),
                                one.verdict() == null ? null : EnumWords.word(one.verdict()),
                                one.why(),
                                one.timers().stream()
                                        .map(change -> TimerView.of(change, now))
                                        .toList()))
                        .toList(),
                page,
                size);
    }
}
