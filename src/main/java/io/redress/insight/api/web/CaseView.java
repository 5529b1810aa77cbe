package io.redress.insight.api.web;

import io.redress.complaint.file.Cause;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.file.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** One case as the API shows it. Amounts are decimal strings in major units, times are UTC. */
@Schema(name = "Complaint")
record CaseView(
        @NotNull String caseNumber,
        @NotNull @Schema(implementation = Status.class) String status,

        @Schema(description = "What is being done right now, in the words of the diagram.")
        String stage,

        @Schema(implementation = Claim.class) String claim,
        @Schema(implementation = Cause.class) String cause,
        @NotNull @Schema(implementation = Channel.class) String channel,
        String externalId,
        @NotNull OffsetDateTime receivedAt,
        OffsetDateTime closedAt,
        String severity,
        Integer priority,
        String team,

        @Schema(
                description =
                        "The team that serves the customer, beside the group that works on it where that is another.")
        List<String> teams,

        String owner,
        Integer round,
        CustomerView customer,

        @Schema(
                description =
                        "Whether it is certain who complains; until it is, nobody outside is told anything of the order.")
        String identity,

        @Schema(description = "What was taken although it cannot be read, such as one contact beside another.")
        List<WarningView> warnings,

        String orderNumber,
        String subject,
        String description,
        List<FindingView> findings,
        List<RemedyView> remedies,
        List<PromiseView> promises,

        @Schema(description = "Every clock of the case with its history; for staff and systems.")
        List<ClockView> clocks,

        @Schema(implementation = Outcome.class) String outcome,

        @Schema(description = "The last day for which the laws behind its clocks have the case kept; for staff.")
        LocalDate keepUntil,

        @Schema(description = "The customer's own page; for the system that registered the case, never for staff.")
        String trackingUrl,

        @Schema(description = "Where the case stands still and a person has the task “Mend case”; for staff.")
        MendingView mending,

        @Schema(
                description = "Whether anybody is hurt or in danger, by what was said.",
                allowableValues = {"none", "possible", "certain"})
        String danger,

        @Schema(description = "Why, who said so and who has taken it on; for staff.")
        DangerView dangerDetail) {

    @Schema(name = "DangerDetail")
    record DangerView(
            String why,
            OffsetDateTime since,
            String saidBy,
            OffsetDateTime saidAt,
            String claimedBy,
            OffsetDateTime claimedAt,

            @Schema(description = "Everybody who was mailed an alarm about it, by login or address.")
            List<ToldView> told) {}

    @Schema(name = "DangerTold")
    record ToldView(String to, OffsetDateTime at) {}

    @Schema(name = "Mending")
    record MendingView(
            @Schema(description = "The step's label in the diagram.")
            String step,

            String reason,
            OffsetDateTime since) {}

    @Schema(name = "Customer")
    record CustomerView(String name, String email, String phone, String locale, String timeZone) {}

    @Schema(name = "Warning")
    record WarningView(String field, String message) {}

    @Schema(name = "Finding", description = "What shop, carrier or payment provider said.")
    record FindingView(
            String subject,

            @Schema(allowableValues = {"supports", "contradicts", "open"})
            String verdict,

            String text,
            OffsetDateTime foundAt) {}

    @Schema(name = "Remedy")
    record RemedyView(
            String id,
            String kind,

            @Schema(description = "What the customer gets in money; 0.00 for goods.", example = "89.90")
            String amount,

            String currency,

            @Schema(description = "The price of replaced goods.")
            String goodsValue,

            String status,
            String providerReference,
            String trackingCode,
            String failure,
            List<ItemView> items) {}

    @Schema(name = "RemedyItem")
    record ItemView(String sku, int quantity) {}

    @Schema(name = "Promise")
    record PromiseView(
            String kind,
            OffsetDateTime dueAt,
            OffsetDateTime metAt,

            @Schema(description = "Since when it is not owed any more, as where a later promise took its place.")
            OffsetDateTime stoppedAt,

            Integer round,

            @Schema(
                    description = "Whether it stands still; dueAt is then the earliest that it can come to, and never"
                            + " in the past.")
            Boolean paused) {}

    /** One line of a list of cases. */
    @Schema(name = "ComplaintSummary")
    record Summary(
            @NotNull String caseNumber,
            @NotNull @Schema(implementation = Status.class) String status,
            @Schema(implementation = Claim.class) String claim,
            @NotNull @Schema(implementation = Channel.class) String channel,
            @Schema(implementation = Outcome.class) String outcome,
            @NotNull OffsetDateTime receivedAt,
            String orderNumber,
            String danger) {}

    /** One page of cases. */
    @Schema(name = "ComplaintPage")
    record PageView(List<Summary> items, int page, int size, long totalItems) {}

    @Schema(name = "TimelineItem")
    record TimelineItem(
            OffsetDateTime at,
            String actor,

            @Schema(description = "For whom the actor did it, such as customer where staff passed it on; else null.")
            String onBehalfOf,

            String kind,
            String text) {

        TimelineItem saying(String other) {
            return new TimelineItem(at, actor, onBehalfOf, kind, other);
        }
    }

    @Schema(name = "Timeline")
    record TimelineView(List<TimelineItem> items) {}
}
