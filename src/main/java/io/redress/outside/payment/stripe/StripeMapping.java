package io.redress.outside.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** The mapping from Stripe's objects to ours. */
final class StripeMapping {

    /** Our key of a refund or credit, kept in its metadata for longer than Stripe remembers idempotency keys. */
    static final String KEY = "redress_key";

    static final String CASE_NUMBER = "case_number";

    /** The shop's order that a payment or subscription is for, in its metadata. */
    static final String ORDER_NUMBER = "order_number";

    private StripeMapping() {}

    static Refund refund(com.stripe.model.Refund refund) {
        return new Refund(
                refund.getId(),
                metadata(refund.getMetadata(), KEY),
                refund.getPaymentIntent(),
                refund.getCharge(),
                StripeAmounts.fromStripe(refund.getAmount(), refund.getCurrency()),
                status(refund.getStatus()),
                failureReason(refund),
                Instant.ofEpochSecond(refund.getCreated()));
    }

    static Dispute dispute(com.stripe.model.Dispute dispute) {
        var evidence = dispute.getEvidenceDetails();
        return new Dispute(
                dispute.getId(),
                dispute.getPaymentIntent(),
                dispute.getCharge(),
                StripeAmounts.fromStripe(dispute.getAmount(), dispute.getCurrency()),
                dispute.getReason(),
                state(dispute.getStatus()),
                evidence == null || evidence.getDueBy() == null ? null : Instant.ofEpochSecond(evidence.getDueBy()),
                Instant.ofEpochSecond(dispute.getCreated()));
    }

    /** @param charge the payment's succeeded charge, {@code null} where nothing was taken */
    static Payment payment(PaymentIntent intent, Charge charge, List<Refund> refunds, List<Dispute> disputes) {
        Money nothing = Money.zero(StripeAmounts.currency(intent.getCurrency()));
        Money captured = charge == null ? nothing : captured(charge);
        Money counted = refunds.stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .map(Refund::amount)
                .reduce(nothing, Money::plus);
        Money told = charge == null ? nothing : refunded(charge);
        return new Payment(
                intent.getId(),
                charge == null ? null : charge.getId(),
                captured,
                told.isGreaterThan(counted) ? told : counted,
                intent.getCustomer(),
                isDisputed(charge, disputes),
                Instant.ofEpochSecond(charge == null ? intent.getCreated() : charge.getCreated()),
                refunds,
                disputes,
                fingerprint(charge));
    }

    /** A charge stays marked as disputed after the dispute has ended; without the dispute itself the mark must do. */
    private static boolean isDisputed(Charge charge, List<Dispute> disputes) {
        boolean marked = charge != null && Boolean.TRUE.equals(charge.getDisputed());
        return disputes.isEmpty() ? marked : disputes.stream().anyMatch(Dispute::forbidsRefund);
    }

    private static String fingerprint(Charge charge) {
        boolean byCard = charge != null
                && charge.getPaymentMethodDetails() != null
                && charge.getPaymentMethodDetails().getCard() != null;
        return byCard ? charge.getPaymentMethodDetails().getCard().getFingerprint() : null;
    }

    static boolean isSucceeded(Charge charge) {
        return charge != null && "succeeded".equals(charge.getStatus());
    }

    static Money captured(Charge charge) {
        return StripeAmounts.fromStripe(charge.getAmountCaptured(), charge.getCurrency());
    }

    static Money refunded(Charge charge) {
        return StripeAmounts.fromStripe(charge.getAmountRefunded(), charge.getCurrency());
    }

    static String metadata(Map<String, String> metadata, String name) {
        return metadata == null ? null : metadata.get(name);
    }

    private static Refund.Status status(String status) {
        return switch (status) {
            case "succeeded" -> Refund.Status.SUCCEEDED;
            case "failed", "canceled" -> Refund.Status.FAILED;
            default -> Refund.Status.PENDING;
        };
    }

    /**
     * A prevented dispute was settled by the bank before it began; Stripe says "charge_refunded" where we gave the
     * money back. A state not known here is not decided.
     */
    private static Dispute.State state(String status) {
        return switch (status) {
            case "warning_needs_response", "warning_under_review" -> Dispute.State.INQUIRY;
            case "won", "warning_closed" -> Dispute.State.WON;
            case "lost" -> Dispute.State.LOST;
            case "prevented" -> Dispute.State.PREVENTED;
            case "charge_refunded" -> Dispute.State.REFUNDED;
            default -> Dispute.State.OPEN;
        };
    }

    private static String failureReason(com.stripe.model.Refund refund) {
        return switch (refund.getStatus()) {
            case "failed" ->
                StripeReasons.inWords(refund.getFailureReason() == null ? "unknown" : refund.getFailureReason(), "");
            case "canceled" ->
                StripeReasons.inWords(refund.getFailureReason() == null ? "canceled" : refund.getFailureReason(), "");
            default -> null;
        };
    }
}
