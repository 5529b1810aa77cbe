package io.redress.insight.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** One clock of a case: its budget, what is used of it, and every interval in which it ran or stood still. */
@Schema(name = "Clock")
record ClockView(
        String kind,

        @Schema(description = "What it is about where a case can have several of the kind.")
        String subject,

        @Schema(description = "Of a legal clock, the law or agreement; missing for others.")
        String source,

        int round,

        @Schema(
                description = "A right of the customer, legal_right, is over when its time is; nobody is late by that.",
                allowableValues = {"running", "paused", "met", "stopped", "over"})
        String state,

        @Schema(description = "Whether it stands still, because it waits for the customer or all is made good.")
        Boolean paused,

        @Schema(description = "Which time counts; always is wall-clock time.")
        String calendar,

        @Schema(type = "string", example = "PT8H") Duration budget,

        @Schema(type = "string", example = "PT4H40M", description = "In the calendar's time.")
        Duration consumed,

        @Schema(type = "string", example = "PT3H20M", description = "Negative where it is overdue.")
        Duration remaining,

        OffsetDateTime startedAt,

        @Schema(description = "Of a clock that stands still, the earliest that it can come to; never in the past.")
        OffsetDateTime dueAt,

        OffsetDateTime endedAt,

        @Schema(
                type = "string",
                example = "PT0S",
                description = "By how much wall-clock time it is or was late; no pause is part of it.")
        Duration lateness,

        @Schema(type = "string", description = "From start to end, or to now, as the customer feels it.")
        Duration wallTime,

        @Schema(type = "string", description = "The same in the working hours of the calendar standard.")
        Duration workingTime,

        List<IntervalView> history) {

    @Schema(name = "ClockInterval")
    record IntervalView(
            OffsetDateTime from,

            @Schema(description = "Missing while it lasts.") OffsetDateTime until,

            String calendar,

            @Schema(type = "string") Duration budget,

            @Schema(description = "Missing where the clock ran.")
            String pausedBecause) {}
}
