package io.redress.insight.casefile;

import java.util.List;

/**
 * The case file: the whole case on one page, in ready-made words, as the forms in {@code forms/} show it. Lists may be
 * empty; {@code order}, {@code proposal}, {@code verification} and {@code danger} may be {@code null}.
 *
 * @param asOf when it was put together; what is left of a clock was left then
 */
public record CaseFile(
        String caseNumber,
        String status,
        String channel,
        String claim,
        String receivedAt,
        String dueAt,
        String severity,
        int round,
        String owner,
        String subject,
        String description,
        String localeNote,
        CustomerPart customer,
        OrderPart order,
        List<FindingPart> findings,
        ProposalPart proposal,
        List<RemedyPart> remedies,
        List<OnTheWayPart> onTheWay,
        List<WayBackPart> wayBack,
        List<PiecePart> awaited,
        List<PromisePart> promises,
        List<MessagePart> conversation,
        List<EarlierCase> earlierCases,
        List<TimelinePart> timeline,
        String asOf,
        String timeZone,
        TaskPart task,
        VerificationPart verification,
        DangerPart danger) {

    /**
     * People who are or may be in danger.
     *
     * @param level {@code certain} or {@code possible}
     * @param text the same in words, first thing read
     * @param why what was recognised
     * @param claim who has taken it on, and when, or that nobody has
     */
    public record DangerPart(String level, String text, String why, String claim) {}

    public record CustomerPart(String name, String email, String phone, String locale, String role, String identity) {}

    public record OrderPart(
            String number,
            String placedOn,
            String total,
            String deliveryAddress,
            List<LinePart> lines,
            List<ShipmentPart> shipments) {}

    public record LinePart(String sku, String description, int quantity, String unitPrice, String affected) {}

    public record ShipmentPart(String trackingCode, String state, String items) {}

    public record FindingPart(String subject, String verdict, String text) {}

    public record ProposalPart(String outcome, String basis, String reason) {}

    public record RemedyPart(String kind, String amount, String status, String text) {}

    /** Something that is on its way already: a replacement, goods that come back, or money. */
    public record OnTheWayPart(String what, String state, String text) {}

    /** What was decided to become of goods that the customer has. */
    public record WayBackPart(String article, String way, String payWhen, String reason) {}

    /** One piece of what is awaited back, as a choice of a form. */
    public record PiecePart(String label, String value) {}

    public record PromisePart(String kind, String dueAt) {}

    /** @param unread whether it came when nothing waited for it any more, and nobody has read it yet */
    public record MessagePart(String at, String from, String subject, String text, boolean unread) {}

    /** @param tie what it has in common with this case */
    public record EarlierCase(
            String caseNumber, String receivedAt, String claim, String outcome, String owner, String tie) {}

    public record TimelinePart(String at, String actor, String text) {}

    /**
     * What the task itself is about.
     *
     * @param message why the task is here; with <i>Tell customer</i> the kind of message, with <i>Approve remedy</i>
     *     why another person has to agree
     * @param words what is to be said
     * @param failure why a remedy could not be had
     */
    public record TaskPart(String message, String words, String amount, String requester, String failure) {}
}
