package io.redress.intake.takeover.web;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.swagger.v3.oas.annotations.media.Schema;

/** One open case of another system, as the API's page describes it; CSV has the same names as columns. */
@Schema(name = "ImportedRow", description = "customerEmail or customerPhone is needed.")
record ImportedRow(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Its id in the other system.")
        String externalId,

        @Schema(description = "web where it is missing", implementation = Channel.class)
        String channel,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "date-time",
                example = "2026-11-03T09:30:00+01:00",
                description = "When the other system received it; all clocks count from here.")
        String receivedAt,

        @Schema(
                format = "date-time",
                description = "When the customer was told that it had arrived; then nobody tells them again.")
        String acknowledgedAt,

        @Schema(format = "date-time", description = "When somebody answered the customer for the first time.")
        String firstAnsweredAt,

        @Schema(implementation = Claim.class) String claim,

        String customerName,
        String customerEmail,
        String customerPhone,

        @Schema(example = "de") String customerLocale,
        String orderNumber,
        String subject,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String description,

        @Schema(description = "The login of the handler or lead who gets its task.")
        String owner,

        @Schema(description = "A group of staff; handlers where it is missing.")
        String team,

        @Schema(minimum = "0", maximum = "100") Integer priority) {}
