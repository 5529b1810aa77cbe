package io.redress.outside.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.CustomerBalanceTransaction;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerBalanceTransactionListParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.service.V1Services;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.HeldPayment;
import io.redress.outside.payment.Payment;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.SubscriptionCharge;
import io.redress.outside.wire.Permit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The payment provider Stripe. */
class StripePayments implements PaymentProvider {

    private final StripeCalls calls;

    StripePayments(StripeCalls calls) {
        this.calls = calls;
    }

    /** Payments that no order lists are looked for here, too. */
    @Override
    public boolean holds(String provider) {
        return provider == null || provider.strip().equalsIgnoreCase("stripe");
    }

    @Override
    public boolean keepsBalances() {
        return true;
    }

    @Override
    public Permit permit(HeldPayment payment) {
        return calls.permit();
    }

    @Override
    public Permit creditPermit() {
        return calls.permit();
    }

    @Override
    public Optional<Payment> payment(HeldPayment payment) {
        String reference = payment.reference();
        if (!isId(reference)) {
            return Optional.empty();
        }
        return calls.find(stripe -> Optional.of(payment(stripe, reference)));
    }

    private static Payment payment(V1Services stripe, String reference) throws StripeException {
        PaymentIntent intent = stripe.paymentIntents()
                .retrieve(
                        reference,
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());
        List<Refund> refunds = refunds(stripe, reference, null)
                .sorted(Comparator.comparing(Refund::createdAt))
                .toList();
        return StripeMapping.payment(intent, succeededCharge(stripe, intent), refunds, disputes(stripe, reference));
    }

    @Override
    public List<FoundPayment> search(PaymentSearch search) {
        return calls.ask(stripe -> {
            StripeSearch charges = new StripeSearch(stripe, search);
            List<FoundPayment> found = new ArrayList<>();
            for (Map.Entry<String, Charge> charge : charges.byPayment().entrySet()) {
                found.add(new FoundPayment(payment(stripe, charge.getKey()), charges.namesOrder(charge.getValue())));
            }
            found.sort(Comparator.comparing(one -> one.payment().paidAt()));
            return found;
        });
    }

    @Override
    public List<SubscriptionCharge> subscriptionCharges(String customerReference) {
        return calls.find(stripe ->
                        Optional.of(new StripeSubscriptions(stripe, customerReference).charges(customerReference)))
                .orElse(List.of());
    }

    @Override
    public Refund refund(RefundOrder order) {
        var params = StripeOrders.refund(order);
        return calls.order(stripe -> StripeOrders.once(
                order.key(),
                options -> StripeMapping.refund(stripe.refunds().create(params, options)),
                () -> find(stripe, order)));
    }

    @Override
    public Optional<Refund> findRefund(RefundOrder order) {
        return calls.find(stripe -> find(stripe, order));
    }

    @Override
    public Refund refundById(String providerReference) {
        return calls.ask(stripe -> StripeMapping.refund(stripe.refunds().retrieve(providerReference)));
    }

    @Override
    public Dispute disputeById(String providerReference) {
        return calls.ask(stripe -> StripeMapping.dispute(stripe.disputes().retrieve(providerReference)));
    }

    @Override
    public List<Dispute> disputes(String paymentReference) {
        return calls.ask(stripe -> disputes(stripe, paymentReference));
    }

    @Override
    public void endSubscription(String subscriptionReference) {
        calls.ask(stripe -> {
            if (!isEnded(stripe, subscriptionReference)) {
                stripe.subscriptions()
                        .cancel(
                                subscriptionReference,
                                SubscriptionCancelParams.builder()
                                        .setInvoiceNow(false)
                                        .setProrate(false)
                                        .build());
            }
            return null;
        });
    }

    @Override
    public String credit(CreditOrder order) {
        var params = StripeOrders.credit(order);
        return calls.order(stripe -> StripeOrders.once(
                order.key(),
                options -> stripe.customers()
                        .balanceTransactions()
                        .create(order.customerReference(), params, options)
                        .getId(),
                () -> find(stripe, order)));
    }

    @Override
    public Optional<String> findCredit(CreditOrder order) {
        return calls.find(stripe -> find(stripe, order));
    }

    private static Optional<Refund> find(V1Services stripe, RefundOrder order) throws StripeException {
        return refunds(stripe, order.payment().reference(), order.charge())
                .filter(refund -> order.key().equals(refund.key()))
                .findFirst();
    }

    private static Optional<String> find(V1Services stripe, CreditOrder order) throws StripeException {
        var params = CustomerBalanceTransactionListParams.builder()
                .setLimit(StripePages.SIZE)
                .build();
        return StripePages.all(stripe.customers().balanceTransactions().list(order.customerReference(), params))
                .filter(credit -> order.key().equals(StripeMapping.metadata(credit.getMetadata(), StripeMapping.KEY)))
                .map(CustomerBalanceTransaction::getId)
                .findFirst();
    }

    /** @param charge where given, only its refunds */
    private static Stream<Refund> refunds(V1Services stripe, String payment, String charge) throws StripeException {
        RefundListParams.Builder params = RefundListParams.builder().setLimit(StripePages.SIZE);
        return StripePages.all(stripe.refunds()
                        .list((charge == null ? params.setPaymentIntent(payment) : params.setCharge(charge)).build()))
                .map(StripeMapping::refund);
    }

    private static List<Dispute> disputes(V1Services stripe, String payment) throws StripeException {
        var params = DisputeListParams.builder()
                .setPaymentIntent(payment)
                .setLimit(StripePages.SIZE)
                .build();
        return StripePages.all(stripe.disputes().list(params))
                .map(StripeMapping::dispute)
                .toList();
    }

    private static Charge succeededCharge(V1Services stripe, PaymentIntent intent) throws StripeException {
        Charge charge = intent.getLatestChargeObject();
        if (charge == null && intent.getLatestCharge() != null) {
            charge = stripe.charges().retrieve(intent.getLatestCharge());
        }
        return StripeMapping.isSucceeded(charge) ? charge : null;
    }

    private static boolean isEnded(V1Services stripe, String subscription) throws StripeException {
        return "canceled".equals(stripe.subscriptions().retrieve(subscription).getStatus());
    }

    /** A reference may come from a complainant; what cannot be an id must not become part of a URL. */
    private static boolean isId(String reference) {
        return reference != null && reference.matches("\\w{1,255}");
    }
}
