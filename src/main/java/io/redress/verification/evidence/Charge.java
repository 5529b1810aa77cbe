package io.redress.verification.evidence;

import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.Dispute.State;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.SubscriptionCharge;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * A charge as it is judged: what was taken, and what of it has not been given back.
 *
 * @param subscription {@code null} where none charged it
 * @param refunded what was given back of it by anybody, ours under way included
 * @param byUs what our own ledger gives back of it
 * @param takenByBank what the customer's bank has given back of it for good
 * @param bankDecides whether the customer's bank holds it until it has decided
 * @param listed whether the shop, or the subscription, knows of it
 * @param periodEnd the first instant after the period that was charged
 */
public record Charge(
        String charge,
        String paymentReference,
        String subscription,
        Money amount,
        Money refunded,
        Money byUs,
        Money takenByBank,
        boolean bankDecides,
        boolean listed,
        Instant chargedAt,
        Instant periodStart,
        Instant periodEnd,
        boolean goesOn) {

    /** What our ledger knows of a charge: all of it, and the part that the provider does not count. */
    public record Ours(Money byUs, Money notAtProvider) {}

    public static Charge of(SubscriptionCharge charge, List<Dispute> disputes, Ours ours) {
        return new Charge(
                charge.charge(),
                charge.paymentReference(),
                charge.subscription(),
                charge.amount(),
                charge.refunded().plus(ours.notAtProvider()),
                ours.byUs(),
                takenByBank(charge.amount(), disputes),
                isHeld(disputes, charge.disputed()),
                true,
                charge.chargedAt(),
                charge.periodStart(),
                charge.periodEnd(),
                charge.subscriptionActive());
    }

    /** A payment for an order that is paid once, whenever. */
    public static Charge of(Payment payment, boolean listed, Ours ours) {
        return new Charge(
                payment.charge(),
                payment.reference(),
                null,
                payment.captured(),
                payment.refunded().plus(ours.notAtProvider()),
                ours.byUs(),
                takenByBank(payment.captured(), payment.disputes()),
                isHeld(payment.disputes(), payment.disputed()),
                listed,
                payment.paidAt(),
                Instant.MIN,
                Instant.MAX,
                false);
    }

    private static Money takenByBank(Money amount, List<Dispute> disputes) {
        return disputes.stream()
                .filter(dispute -> dispute.state().gaveCustomerTheMoney())
                .map(Dispute::amount)
                .filter(amount::isSameCurrency)
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
    }

    /** Where the disputes themselves are not known, the mark on the charge must do. */
    private static boolean isHeld(List<Dispute> disputes, boolean marked) {
        return disputes.isEmpty() ? marked : disputes.stream().anyMatch(dispute -> dispute.state() == State.OPEN);
    }

    public Money givenBack() {
        return refunded.plus(takenByBank);
    }

    /** Whether anything of it is still here. */
    public boolean stands() {
        return givenBack().isLessThan(amount);
    }

    public boolean overlaps(Charge other) {
        return periodStart.isBefore(other.periodEnd) && other.periodStart.isBefore(periodEnd);
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(periodStart) && instant.isBefore(periodEnd);
    }
}
