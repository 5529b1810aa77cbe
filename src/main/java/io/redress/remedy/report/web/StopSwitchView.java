package io.redress.remedy.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The stop switch and everything that depends on it. Amounts are decimal strings in major units, times UTC. */
@Schema(name = "StopSwitch")
@JsonInclude(JsonInclude.Include.ALWAYS)
record StopSwitchView(
        boolean held,

        @Schema(
                description = "propose_only: held since the beginning, nothing was ever let go",
                allowableValues = {"open", "held", "propose_only"})
        String mode,

        String reason,
        String changedBy,

        @Schema(description = "null while nobody has touched it")
        Instant changedAt,

        List<TotalView> totals,
        WaitingView waiting,
        List<Change> history) {

    @Schema(
            name = "DailyTotal",
            description =
                    "What went out today without a person's decision, and how much may. Goods count with their price.")
    record TotalView(String currency, String sent, String limit, boolean reached) {}

    @Schema(
            name = "Waiting",
            description = "What was approved and is not sent; cases holds the 200 that waited longest.")
    record WaitingView(int number, List<SumView> sums, List<ItemView> cases) {}

    @Schema(name = "WaitingSum")
    record SumView(String kind, String currency, int number, String amount) {}

    @Schema(name = "WaitingRemedy")
    record ItemView(String caseNumber, String kind, String currency, String amount, Instant since, String decidedBy) {}

    @Schema(name = "StopSwitchChange")
    record Change(boolean held, String reason, String changedBy, Instant changedAt) {}
}
