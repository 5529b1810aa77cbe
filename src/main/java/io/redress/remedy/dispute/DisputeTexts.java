package io.redress.remedy.dispute;

import io.redress.outside.payment.Dispute;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Disputes in words for those who handle the case. */
public final class DisputeTexts {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private DisputeTexts() {}

    static String opened(Dispute dispute) {
        return dispute.state() == Dispute.State.INQUIRY
                ? "The customer's bank inquires about %s (%s, %s). %s It has taken nothing: a refund answers it, and ends it."
                        .formatted(dispute.amount(), dispute.id(), reason(dispute), evidence(dispute))
                : "The customer's bank has opened a dispute of %s (%s, %s). %s Nothing of the payment is refunded while it runs."
                        .formatted(dispute.amount(), dispute.id(), reason(dispute), evidence(dispute));
    }

    static String ended(Dispute dispute) {
        return switch (dispute.state()) {
            case LOST ->
                "The dispute %s was lost: the customer already has the money back from the bank, so it must not be refunded."
                        .formatted(dispute.id());
            case PREVENTED ->
                "The dispute %s was settled by the bank before it began: the customer already has the money back, so it must not be refunded."
                        .formatted(dispute.id());
            case REFUNDED -> "The dispute %s has ended because the money was refunded.".formatted(dispute.id());
            default ->
                "The dispute %s has ended for us: the money stayed here, so what is owed may be refunded again."
                        .formatted(dispute.id());
        };
    }

    /** Why a refund is not made. Where the disputes themselves are not known, the mark on the charge must do. */
    public static String inTheWay(List<Dispute> disputes) {
        return disputes.stream()
                .filter(Dispute::forbidsRefund)
                .map(dispute -> dispute.state().isOpen() ? opened(dispute) : ended(dispute))
                .findFirst()
                .orElse("The customer's bank has opened a dispute on the payment, so it is not refunded.");
    }

    private static String evidence(Dispute dispute) {
        return dispute.evidenceDueAt() == null
                ? "The bank has named no date for evidence."
                : "Evidence is due by %s."
                        .formatted(DATE.format(dispute.evidenceDueAt().atOffset(ZoneOffset.UTC)));
    }

    private static String reason(Dispute dispute) {
        return Objects.requireNonNullElse(dispute.reason(), "no reason given").replace('_', ' ');
    }
}
