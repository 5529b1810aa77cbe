package io.redress.insight.register.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The outcome of our promises, from one month to another. */
@Schema(name = "PromiseRegister")
record RegisterView(
        @Schema(example = "2026-01") String from,
        @Schema(example = "2026-03") String to,
        List<LineView> items) {

    @Schema(name = "PromiseRegisterLine")
    record LineView(
            @Schema(description = "The month in which the promises were due.", example = "2026-01")
            String month,

            String team,

            @Schema(allowableValues = {"acknowledgement", "first_answer", "holding", "resolution"})
            String kind,

            int kept,

            @Schema(description = "Came late, are overdue now, or were overdue when they were no longer owed.")
            int broken,

            @Schema(description = "Not due yet, or standing still while the customer is asked.")
            int open,

            @Schema(description = "Those of the open ones that wait for an answer of the customer.")
            int paused,

            @Schema(description = "No longer owed before they were due, or replaced in time by a later promise.")
            int released,

            @Schema(
                    description =
                            "The median of the broken ones on the wall clock, in minutes; null where none is broken.")
            Long medianLateMinutes,

            @Schema(description = "The same in working time.")
            Long medianLateWorkingMinutes) {}
}
