package io.redress.verification.safety.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;

/** The safety register, or a part of it. */
@Schema(name = "SafetyRegister")
record SafetyView(List<RowView> items) {

    @Schema(name = "SafetyRecord")
    record RowView(
            String id,
            String caseNumber,

            @Schema(description = "What somebody wrote, else what the case is known to be about.")
            String article,

            String batch,
            String hazard,
            String injury,
            OffsetDateTime reportedAt,

            @Schema(description = "Everybody who was mailed an alarm, by login or address.")
            List<ToldView> told,

            @Schema(
                    description =
                            "What is owed to an authority, by rows of legal-deadline.dmn; empty where no row fits.")
            List<DutyView> duties,

            String authority,
            OffsetDateTime authorityToldAt,

            @Schema(description = "When the row was struck; it counts for nothing then.")
            OffsetDateTime struckAt,

            String struckBy,
            String struckBecause,

            @Schema(description = "What was changed, oldest first.")
            List<ChangeView> changes) {}

    @Schema(name = "SafetyTold")
    record ToldView(String to, OffsetDateTime at) {}

    @Schema(name = "SafetyDuty")
    record DutyView(
            String clock,
            String source,
            OffsetDateTime dueAt,
            OffsetDateTime endedAt,

            @Schema(allowableValues = {"running", "overdue", "met", "late", "released"})
            String state) {}

    @Schema(name = "SafetyChange")
    record ChangeView(OffsetDateTime at, String by, String field, String before, String after) {}
}
