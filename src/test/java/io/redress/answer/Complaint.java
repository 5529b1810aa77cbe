package io.redress.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A case as its readers see it. */
public record Complaint(
        String caseNumber,
        String status,
        String stage,
        String claim,
        String cause,
        String channel,
        String externalId,
        Instant receivedAt,
        Instant closedAt,
        String severity,
        Integer priority,
        String team,
        List<String> teams,
        String owner,
        Integer round,
        Customer customer,
        String identity,
        List<Warning> warnings,
        String orderNumber,
        String subject,
        String description,
        List<Finding> findings,
        List<Remedy> remedies,
        List<Promise> promises,
        List<Clock> clocks,
        String outcome,
        LocalDate keepUntil,
        String trackingUrl,
        Mending mending,
        String danger,
        DangerDetail dangerDetail) {

    public record Customer(String name, String email, String phone, String locale, String timeZone) {}

    /** What was taken although it cannot be read. */
    public record Warning(String field, String message) {}

    /** What shop, carrier or payment provider said. */
    public record Finding(String subject, String verdict, String text, Instant foundAt) {}

    /** What the customer gets. */
    public record Remedy(
            String id,
            String kind,
            String amount,
            String currency,
            String goodsValue,
            String status,
            String providerReference,
            String trackingCode,
            String failure,
            List<RemedyItem> items) {}

    public record RemedyItem(String sku, int quantity) {}

    /** What was promised to the customer. */
    public record Promise(
            String kind, Instant dueAt, Instant metAt, Instant stoppedAt, Integer round, Boolean paused) {}

    /** A clock of the case, with its history; spans of time are ISO 8601. */
    public record Clock(
            String kind,
            String subject,
            String source,
            int round,
            String state,
            Boolean paused,
            String calendar,
            String budget,
            String consumed,
            String remaining,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            String lateness,
            String wallTime,
            String workingTime,
            List<ClockInterval> history) {}

    /** A time in which a clock ran, or stood still for a reason. */
    public record ClockInterval(Instant from, Instant until, String calendar, String budget, String pausedBecause) {}

    /** Where the case stands still until a person mends it. */
    public record Mending(String step, String reason, Instant since) {}

    /** Why somebody may be in danger, who said so and who takes care. */
    public record DangerDetail(
            String why,
            Instant since,
            String saidBy,
            Instant saidAt,
            String claimedBy,
            Instant claimedAt,
            List<DangerTold> told) {}

    public record DangerTold(String to, Instant at) {}
}
