package io.redress.outside.payment;

import io.redress.outside.wire.Permit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** The payment provider: what it knows of payments and of its customers, and the ways to give money back. */
public interface PaymentProvider extends PaymentHolder {

    /** Whether customers have a balance here, to which goodwill can be credited. */
    boolean keepsBalances();

    /**
     * Every succeeded charge of a customer's subscriptions, oldest first.
     *
     * @param customerReference the customer's id at the provider
     */
    List<SubscriptionCharge> subscriptionCharges(String customerReference);

    /**
     * Looks for succeeded payments that may be for an order, whoever lists them: those that name it, and those of its
     * customer, or with a card that paid for it, over the same amount.
     *
     * @return oldest first; one that names another order is not among them
     * @throws PaymentProviderUnavailable where the provider cannot be asked now, or is not configured
     */
    List<FoundPayment> search(PaymentSearch search);

    /** The present state of a refund. */
    Refund refundById(String providerReference);

    /** The present state of a dispute. */
    Dispute disputeById(String providerReference);

    /** Every dispute of a payment, those that have ended too. */
    List<Dispute> disputes(String paymentReference);

    /** Ends a subscription at once, without a final invoice. Already ended is a success. */
    void endSubscription(String subscriptionReference);

    /**
     * A permit for the calls that credit a balance, to be had before anything is written down as sent.
     *
     * @throws PaymentProviderUnavailable where the provider gets no call now
     */
    Permit creditPermit();

    /**
     * Credits a customer's balance at the provider; the next invoice is lower by it. Safe to repeat with the same key.
     *
     * @return the provider's id of the credit
     * @throws PaymentProviderUnavailable where the outcome is not known; ask {@link #findCredit} before sending again
     */
    String credit(CreditOrder order);

    /** The credit that an earlier attempt of this order made, if any. */
    Optional<String> findCredit(CreditOrder order);

    /**
     * The criteria of a search.
     *
     * @param customerReference the customer's id at the provider, {@code null} where it is not known
     * @param cards the fingerprints of the cards that paid for the order
     * @param amounts over which a payment that names no order has to be
     * @param from the first instant of the time that is searched
     * @param to the first instant after it
     */
    record PaymentSearch(
            String orderNumber,
            String customerReference,
            List<String> cards,
            List<Money> amounts,
            Instant from,
            Instant to) {}

    /**
     * @param namesOrder whether the payment itself says that it is for the order; else only customer or card, amount
     *     and time say so
     */
    record FoundPayment(Payment payment, boolean namesOrder) {}

    record CreditOrder(String key, String caseNumber, String customerReference, Money amount) {}
}
