package io.redress.payment;

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

    /** The present state of a refund. */
    Refund refundById(String providerReference);

    /** The present state of a dispute. */
    Dispute disputeById(String providerReference);

    /** Every dispute of a payment, those that have ended too. */
    List<Dispute> disputes(String paymentReference);

    /** Ends a subscription at once, without a final invoice. Already ended is a success. */
    void endSubscription(String subscriptionReference);

    /**
     * Credits a customer's balance at the provider; the next invoice is lower by it. Safe to repeat with the same key.
     *
     * @return the provider's id of the credit
     * @throws PaymentProviderUnavailable where the outcome is not known; ask {@link #findCredit} before sending again
     */
    String credit(CreditOrder order);

    /** The credit that an earlier attempt of this order made, if any. */
    Optional<String> findCredit(CreditOrder order);

    record CreditOrder(String key, String caseNumber, String customerReference, Money amount) {}
}
