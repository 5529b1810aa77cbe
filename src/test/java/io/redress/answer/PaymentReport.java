package io.redress.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What went out, was stopped or waits, item by item. */
public record PaymentReport(
        LocalDate from,
        LocalDate to,
        List<PaymentReportTotal> totals,
        List<PaymentReportItem> items,
        boolean truncated) {

    public record PaymentReportTotal(
            LocalDate day, String kind, String currency, int number, String amount, int needingApproval) {}

    public record PaymentReportItem(
            String caseNumber,
            Instant decidedAt,
            String kind,
            String currency,
            String amount,
            String state,
            String decidedBy,
            String basis,
            String approver,
            String rule,
            String approvedBy) {}
}
