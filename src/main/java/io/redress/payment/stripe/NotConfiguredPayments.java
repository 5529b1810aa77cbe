package io.redress.payment.stripe;

import io.redress.payment.Dispute;
import io.redress.payment.Payment;
import io.redress.payment.PaymentProvider;
import io.redress.payment.PaymentProviderUnavailable;
import io.redress.payment.Refund;
import io.redress.payment.SubscriptionCharge;
import java.util.List;
import java.util.Optional;

/** Stands where no payment provider is configured: nothing can be asked or paid, so a person decides. */
class NotConfiguredPayments implements PaymentProvider {

    @Override
    public Optional<Payment> payment(String reference) {
        throw notConfigured();
    }

    @Override
    public List<SubscriptionCharge> subscriptionCharges(String customerReference) {
        throw notConfigured();
    }

    @Override
    public List<FoundPayment> search(PaymentSearch search) {
        throw notConfigured();
    }

    @Override
    public Refund refund(RefundOrder order) {
        throw notConfigured();
    }

    @Override
    public Optional<Refund> findRefund(RefundOrder order) {
        throw notConfigured();
    }

    @Override
    public Refund refundById(String providerReference) {
        throw notConfigured();
    }

    @Override
    public Dispute disputeById(String providerReference) {
        throw notConfigured();
    }

    @Override
    public List<Dispute> disputes(String paymentReference) {
        throw notConfigured();
    }

    @Override
    public void endSubscription(String subscriptionReference) {
        throw notConfigured();
    }

    @Override
    public String credit(CreditOrder order) {
        throw notConfigured();
    }

    @Override
    public Optional<String> findCredit(CreditOrder order) {
        throw notConfigured();
    }

    private static PaymentProviderUnavailable notConfigured() {
        return new PaymentProviderUnavailable(
                "No payment provider is configured: set redress.stripe.api-key", false, null);
    }
}
