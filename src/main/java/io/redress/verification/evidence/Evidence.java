package io.redress.verification.evidence;

import io.redress.outside.order.Order;
import io.redress.outside.payment.Refund;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * The facts that were found when everybody who knows was asked; no judgement.
 *
 * @param complete whether everybody who had to be asked answered
 * @param order {@code null} where none was named or found
 * @param identityConfirmed whether the complainant is the order's customer, by contact or because the sender vouches
 * @param ordinaryPurchase a buyer's complaint about an own payment in our own shop, for themselves
 * @param affected the lines of the order that the complaint is about
 * @param payments the payments of the order as the provider tells them
 * @param wrongCharges every charge that should not have been made, oldest first, those given back already too
 * @param earlierFailures how often an affected item was repaired before
 * @param earlierHandlers who handled earlier cases of the affected items; they are not asked again
 * @param earlierNotReceived how many parcels this customer missed in the last twelve months, this one not counted
 * @param disputed whether a dispute on what the complaint is about keeps all money; where some of several wrong charges
 *     are clear, one that is disputed keeps only itself
 * @param alreadyMadeGood whether another case, or an earlier round, made good what is affected
 */
public record Evidence(
        boolean complete,
        Order order,
        boolean identityConfirmed,
        boolean ordinaryPurchase,
        ParcelState parcelState,
        List<Affected> affected,
        List<PaymentFact> payments,
        List<WrongCharge> wrongCharges,
        int earlierFailures,
        List<String> earlierHandlers,
        int earlierNotReceived,
        boolean disputed,
        boolean alreadyMadeGood) {

    /** The evidence where nobody could be asked: none. */
    public static Evidence nothing() {
        return new Evidence(
                false,
                null,
                false,
                false,
                ParcelState.NONE,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                false,
                false);
    }

    /**
     * Pieces of one line of the order.
     *
     * @param line the line's number in the order
     * @param unitPrice the price of one piece after discount
     */
    public record Affected(int line, String sku, String description, int quantity, Money unitPrice) {

        public Money price() {
            return unitPrice.multipliedBy(quantity);
        }
    }

    /**
     * A payment as its provider told it.
     *
     * @param provider the shop's word for who holds it, such as {@code stripe}
     * @param captured what was taken from the customer
     * @param refunds every refund of it, by us or by hand, those that failed too
     * @param disputed whether a dispute forbids to give money back
     * @param refundable what was captured and not yet given back by whomever
     */
    public record PaymentFact(
            String reference,
            String provider,
            String charge,
            Money captured,
            List<Refund> refunds,
            boolean disputed,
            Money refundable,
            String customerReference) {

        public PaymentFact {
            refunds = refunds == null ? List.of() : List.copyOf(refunds);
        }

        private PaymentFact disputed(boolean forbidsRefund) {
            return new PaymentFact(
                    reference, provider, charge, captured, refunds, forbidsRefund, refundable, customerReference);
        }
    }

    /**
     * A charge that should not have been made.
     *
     * @param amount what was charged
     * @param givenBack what of it was given back already, by whomever and in whatever way, the bank's part included;
     *     where one that stays in its period was given back in part, that counts here, too
     * @param byUs what our own ledger gives back of it, as far as it was known
     * @param besides the payments of the charges that stay in its period
     * @param chargedAt {@code null} where evidence is older than this was told
     * @param periodStart the first instant of the period that was charged
     * @param surplusSubscription the subscription that makes only wrong charges and goes on, {@code null} where it is
     *     wanted or has ended
     */
    public record WrongCharge(
            String charge,
            String paymentReference,
            Money amount,
            Money givenBack,
            Money byUs,
            Standing standing,
            List<String> besides,
            Instant chargedAt,
            Instant periodStart,
            String surplusSubscription) {

        public WrongCharge {
            Money nothing = Money.zero(amount.getCurrencyUnit());
            givenBack = givenBack == null ? nothing : givenBack;
            byUs = byUs == null ? nothing : byUs;
            standing = standing == null ? Standing.DUE : standing;
            besides = besides == null ? List.of() : List.copyOf(besides);
        }

        /** What is left to give back of it; never below zero. */
        public Money left() {
            return givenBack.isLessThan(amount) ? amount.minus(givenBack) : Money.zero(amount.getCurrencyUnit());
        }
    }

    /** How a wrong charge stands. */
    public enum Standing {
        /** What is left of it is surely to be given back. */
        DUE,
        /** It was given back, or is about to be. */
        GIVEN_BACK,
        /** The customer's bank has not decided yet about it, or about one that stays in its period. */
        AT_BANK,
        /** The customer's bank has given it back. */
        TAKEN_BACK,
        /** Whether, or how much, is left to give back only a person can tell. */
        UNCLEAR;

        /** Whether anything of it is still, or may still be, to be given back by us. */
        public boolean isOpen() {
            return this == DUE || this == AT_BANK || this == UNCLEAR;
        }
    }

    /** The same facts where a dispute has begun to keep a payment, or keeps it no more. */
    Evidence withDispute(String payment, boolean forbidsRefund) {
        List<PaymentFact> now = payments.stream()
                .map(fact -> fact.reference().equals(payment) ? fact.disputed(forbidsRefund) : fact)
                .toList();
        boolean keepsAll = wrongCharges.isEmpty() ? now.stream().anyMatch(PaymentFact::disputed) : disputed;
        return new Evidence(
                complete,
                order,
                identityConfirmed,
                ordinaryPurchase,
                parcelState,
                affected,
                now,
                wrongCharges,
                earlierFailures,
                earlierHandlers,
                earlierNotReceived,
                keepsAll,
                alreadyMadeGood);
    }

    /** The same facts where it has turned out that it is not certain who complains. */
    public Evidence withoutIdentity() {
        return new Evidence(
                complete,
                order,
                false,
                ordinaryPurchase,
                parcelState,
                affected,
                payments,
                wrongCharges,
                earlierFailures,
                earlierHandlers,
                earlierNotReceived,
                disputed,
                alreadyMadeGood);
    }

    /** The same facts where a person says which lines are affected. */
    public Evidence affecting(List<Affected> chosen) {
        return new Evidence(
                complete,
                order,
                identityConfirmed,
                ordinaryPurchase,
                parcelState,
                chosen,
                payments,
                wrongCharges,
                earlierFailures,
                earlierHandlers,
                earlierNotReceived,
                disputed,
                alreadyMadeGood);
    }

    /** The same facts with what the carrier says of the parcels. */
    public Evidence withParcels(ParcelState state) {
        return new Evidence(
                complete,
                order,
                identityConfirmed,
                ordinaryPurchase,
                state,
                affected,
                payments,
                wrongCharges,
                earlierFailures,
                earlierHandlers,
                earlierNotReceived,
                disputed,
                alreadyMadeGood);
    }

    /** The same facts with the charges that were made besides. */
    public Evidence withCharges(List<PaymentFact> paid, List<WrongCharge> wrong, boolean inDispute) {
        return new Evidence(
                complete,
                order,
                identityConfirmed,
                ordinaryPurchase,
                parcelState,
                affected,
                paid,
                wrong,
                earlierFailures,
                earlierHandlers,
                earlierNotReceived,
                inDispute,
                alreadyMadeGood);
    }

    /** How many wrong charges can be given back without a person; none where one of them is a person's question. */
    public int clearCharges() {
        boolean unclear = wrongCharges.stream().anyMatch(wrong -> wrong.standing() == Standing.UNCLEAR);
        return unclear
                ? 0
                : (int) wrongCharges.stream()
                        .filter(wrong -> wrong.standing() == Standing.DUE)
                        .count();
    }

    public boolean orderFound() {
        return order != null;
    }

    /** Where the payment provider knows the customer, {@code null} where it does not. */
    public String customerReference() {
        if (order == null) {
            return null;
        }
        return order.customerPaymentReference() != null
                ? order.customerPaymentReference()
                : payments.stream()
                        .map(PaymentFact::customerReference)
                        .filter(reference -> reference != null)
                        .findFirst()
                        .orElse(null);
    }
}
