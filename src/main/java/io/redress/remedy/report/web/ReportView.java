package io.redress.remedy.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The report on some days of the team's zone: what was decided to be paid and sent. Amounts are decimal strings in
 * major units.
 */
@Schema(name = "PaymentReport")
record ReportView(
        LocalDate from,
        LocalDate to,
        List<LineView> totals,
        List<ItemView> items,

        @Schema(description = "Whether there are more items than these 1000; the CSV file has all.")
        boolean truncated) {

    @Schema(name = "PaymentReportTotal")
    record LineView(
            LocalDate day,
            String kind,
            String currency,
            int number,
            String amount,

            @Schema(description = "How many of them another person has to approve.")
            int needingApproval) {}

    @Schema(name = "PaymentReportItem")
    record ItemView(
            String caseNumber,
            Instant decidedAt,
            String kind,
            String currency,
            String amount,

            @Schema(
                    description =
                            "needs_approval: another person has to agree; waiting: approved, not sent; sent: gone out",
                    allowableValues = {"needs_approval", "waiting", "sent"})
            String state,

            String decidedBy,

            @Schema(description = "What the evidence proved; empty where a person decided.")
            String basis,

            @Schema(allowableValues = {"none", "lead", "manager"})
            String approver,

            @Schema(description = "What the authority table said.")
            String rule,

            String approvedBy) {}
}
