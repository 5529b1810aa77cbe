package io.redress.intake.takeover.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** One open case of another system, as the API's page describes it; CSV has the same names as columns. */
@Schema(name = "ImportedRow", description = "customerEmail or customerPhone is needed.")
record ImportedRow(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Its id in the other system.")
        String externalId,

        @Schema(
                description = "web where it is missing",
                allowableValues = {"web", "email", "phone", "counter", "chat", "social", "carrier", "partner"})
        String channel,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "2026-11-03T09:30:00+01:00",
                description = "When the other system received it; all clocks count from here.")
        String receivedAt,

        @Schema(description = "When the customer was told that it had arrived; then nobody tells them again.")
        String acknowledgedAt,

        @Schema(description = "When somebody answered the customer for the first time.")
        String firstAnsweredAt,

        @Schema(
                allowableValues = {
                    "not_received",
                    "billed_twice",
                    "defective",
                    "wrong_item",
                    "incomplete",
                    "late",
                    "service",
                    "other"
                })
        String claim,

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
