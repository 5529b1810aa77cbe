package io.redress.outside.payment;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * A payment as the provider tells it.
 *
 * @param reference the provider's id of the payment (at Stripe a payment intent)
 * @param charge the id of its succeeded charge; the reference again where a payment is a single charge
 * @param captured what was taken from the customer
 * @param refunded what was given back already, by whomever, pending refunds included
 * @param customerReference the customer's id at the provider, {@code null} for a guest
 * @param disputed whether a dispute forbids to give money back: it is open, or the customer won it
 * @param refunds every refund of it, by us or by hand, oldest first
 * @param disputes every dispute of it, those that have ended too
 * @param cardFingerprint what the provider calls the card, the same for every payment with it; {@code null} without a card
 */
public record Payment(
        String reference,
        String charge,
        Money captured,
        Money refunded,
        String customerReference,
        boolean disputed,
        Instant paidAt,
        List<Refund> refunds,
        List<Dispute> disputes,
        String cardFingerprint) {

    /** What may still be given back; nothing where more than all was given back. */
    public Money refundable() {
        return refunded.isGreaterThan(captured) ? Money.zero(captured.getCurrencyUnit()) : captured.minus(refunded);
    }
}
