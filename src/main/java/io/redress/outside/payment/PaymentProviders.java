package io.redress.outside.payment;

import io.redress.outside.wire.Permit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * All payment providers as one: whoever holds a payment is asked about it and refunds it. Those who only hold payments
 * know nothing of subscriptions, balances and disputes; for these the provider where customers have an account is
 * asked.
 */
@Component
public class PaymentProviders implements PaymentProvider {

    /** The qualifier of the beans behind this one; nobody else may inject them. */
    public static final String HOLDER = "holder";

    private final List<PaymentHolder> holders;
    private final Optional<PaymentProvider> accounts;

    @Autowired
    PaymentProviders(@Qualifier(HOLDER) ObjectProvider<PaymentHolder> holders) {
        this(holders.orderedStream().toList());
    }

    PaymentProviders(List<PaymentHolder> holders) {
        this.holders = holders;
        this.accounts = holders.stream()
                .filter(PaymentProvider.class::isInstance)
                .map(PaymentProvider.class::cast)
                .findFirst();
    }

    @Override
    public boolean holds(String provider) {
        return holder(provider).isPresent();
    }

    @Override
    public boolean keepsBalances() {
        return accounts.filter(PaymentProvider::keepsBalances).isPresent();
    }

    @Override
    public Permit permit(HeldPayment payment) {
        return holder(payment.provider()).map(holder -> holder.permit(payment)).orElse(Permit.NONE);
    }

    @Override
    public Permit creditPermit() {
        return accounts.map(PaymentProvider::creditPermit).orElse(Permit.NONE);
    }

    @Override
    public Optional<Payment> payment(HeldPayment payment) {
        if (holders.isEmpty()) {
            throw notConfigured();
        }
        return holder(payment.provider()).flatMap(holder -> holder.payment(payment));
    }

    @Override
    public Refund refund(RefundOrder order) {
        return theHolder(order).refund(order);
    }

    @Override
    public Optional<Refund> findRefund(RefundOrder order) {
        return theHolder(order).findRefund(order);
    }

    @Override
    public List<SubscriptionCharge> subscriptionCharges(String customerReference) {
        return accounts().subscriptionCharges(customerReference);
    }

    /** Those who only hold payments list all of them in the order. */
    @Override
    public List<FoundPayment> search(PaymentSearch search) {
        if (holders.isEmpty()) {
            throw notConfigured();
        }
        return accounts.map(provider -> provider.search(search)).orElse(List.of());
    }

    @Override
    public Refund refundById(String providerReference) {
        return accounts().refundById(providerReference);
    }

    @Override
    public Dispute disputeById(String providerReference) {
        return accounts().disputeById(providerReference);
    }

    @Override
    public List<Dispute> disputes(String paymentReference) {
        return accounts().disputes(paymentReference);
    }

    @Override
    public void endSubscription(String subscriptionReference) {
        accounts().endSubscription(subscriptionReference);
    }

    @Override
    public String credit(CreditOrder order) {
        return accounts().credit(order);
    }

    @Override
    public Optional<String> findCredit(CreditOrder order) {
        return accounts().findCredit(order);
    }

    private Optional<PaymentHolder> holder(String provider) {
        return holders.stream().filter(holder -> holder.holds(provider)).findFirst();
    }

    /**
     * A payment was found there before; where it is not configured any more, nobody can say what became of a refund.
     */
    private PaymentHolder theHolder(RefundOrder order) {
        String provider = order.payment().provider();
        return holder(provider)
                .orElseThrow(() -> provider == null || holders.isEmpty()
                        ? notConfigured()
                        : new PaymentProviderUnavailable(
                                "The payment is held by \"%s\", which is not configured".formatted(provider),
                                false,
                                null));
    }

    private PaymentProvider accounts() {
        return accounts.orElseThrow(PaymentProviders::notConfigured);
    }

    private static PaymentProviderUnavailable notConfigured() {
        return new PaymentProviderUnavailable(
                "No payment provider is configured: set redress.stripe.api-key", false, null);
    }
}
