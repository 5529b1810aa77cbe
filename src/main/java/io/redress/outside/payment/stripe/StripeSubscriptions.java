package io.redress.outside.payment.stripe;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.model.InvoicePaymentCollection;
import com.stripe.model.Subscription;
import com.stripe.param.ChargeListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.service.V1Services;
import io.redress.outside.payment.SubscriptionCharge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All charges that a customer's subscriptions ever made. A charge does not name its invoice, so three lists are joined:
 * subscriptions, invoices with their payments, charges.
 */
class StripeSubscriptions {

    private static final Set<String> GOING_ON = Set.of("active", "trialing", "past_due", "unpaid", "paused");

    private final V1Services stripe;
    private final Map<String, Subscription> subscriptions;
    private final Map<String, Charge> charges;

    StripeSubscriptions(V1Services stripe, String customer) throws StripeException {
        this.stripe = stripe;
        this.subscriptions = StripePages.all(stripe.subscriptions().list(everySubscriptionOf(customer)))
                .collect(toMap(Subscription::getId, identity()));
        this.charges = new HashMap<>();
        StripePages.all(stripe.charges().list(everyChargeOf(customer)))
                .filter(StripeMapping::isSucceeded)
                .forEach(this::remember);
    }

    /** The succeeded charges, oldest first. */
    List<SubscriptionCharge> charges(String customer) throws StripeException {
        List<SubscriptionCharge> found = new ArrayList<>();
        for (Invoice invoice : StripePages.all(stripe.invoices().list(everyInvoiceOf(customer)))
                .toList()) {
            if (subscriptionOf(invoice) != null) {
                payments(invoice)
                        .map(this::charge)
                        .filter(Objects::nonNull)
                        .map(charge -> describe(invoice, charge))
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(SubscriptionCharge::chargedAt).thenComparing(SubscriptionCharge::charge));
        return found;
    }

    private void remember(Charge charge) {
        charges.put(charge.getId(), charge);
        if (charge.getPaymentIntent() != null) {
            charges.put(charge.getPaymentIntent(), charge);
        }
    }

    private Stream<InvoicePayment> payments(Invoice invoice) throws StripeException {
        InvoicePaymentCollection known = invoice.getPayments();
        Stream<InvoicePayment> payments = known != null && !Boolean.TRUE.equals(known.getHasMore())
                ? known.getData().stream()
                : StripePages.all(stripe.invoicePayments().list(everyPaymentOf(invoice)));
        return payments.filter(payment -> "paid".equals(payment.getStatus()));
    }

    private Charge charge(InvoicePayment payment) {
        InvoicePayment.Payment paidWith = payment.getPayment();
        return charges.get(paidWith.getCharge() != null ? paidWith.getCharge() : paidWith.getPaymentIntent());
    }

    private SubscriptionCharge describe(Invoice invoice, Charge charge) {
        Subscription subscription = subscriptions.get(subscriptionOf(invoice));
        Map<String, String> metadata = subscription != null
                ? subscription.getMetadata()
                : invoice.getParent().getSubscriptionDetails().getMetadata();
        return new SubscriptionCharge(
                charge.getId(),
                charge.getPaymentIntent(),
                subscriptionOf(invoice),
                StripeMapping.metadata(metadata, StripeMapping.ORDER_NUMBER),
                StripeMapping.metadata(metadata, "order_line"),
                StripeMapping.captured(charge),
                StripeMapping.refunded(charge),
                Boolean.TRUE.equals(charge.getDisputed()),
                Instant.ofEpochSecond(charge.getCreated()),
                Instant.ofEpochSecond(periodStart(invoice)),
                Instant.ofEpochSecond(periodEnd(invoice)),
                subscription != null && goesOn(subscription));
    }

    private static String subscriptionOf(Invoice invoice) {
        return invoice.getParent() == null || invoice.getParent().getSubscriptionDetails() == null
                ? null
                : invoice.getParent().getSubscriptionDetails().getSubscription();
    }

    private static boolean goesOn(Subscription subscription) {
        return GOING_ON.contains(subscription.getStatus()) && !Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd());
    }

    /**
     * The invoice's own period is the one before, in which its items were gathered; the line knows what was paid for.
     */
    private static long periodStart(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .filter(StripeSubscriptions::isRegular)
                .map(line -> line.getPeriod().getStart())
                .min(Comparator.naturalOrder())
                .orElse(invoice.getPeriodStart());
    }

    private static long periodEnd(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .filter(StripeSubscriptions::isRegular)
                .map(line -> line.getPeriod().getEnd())
                .max(Comparator.naturalOrder())
                .orElse(invoice.getPeriodEnd());
    }

    private static boolean isRegular(InvoiceLineItem line) {
        return line.getParent() != null
                && line.getParent().getSubscriptionItemDetails() != null
                && !Boolean.TRUE.equals(
                        line.getParent().getSubscriptionItemDetails().getProration());
    }

    private static SubscriptionListParams everySubscriptionOf(String customer) {
        return SubscriptionListParams.builder()
                .setCustomer(customer)
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(StripePages.SIZE)
                .build();
    }

    private static ChargeListParams everyChargeOf(String customer) {
        return ChargeListParams.builder()
                .setCustomer(customer)
                .setLimit(StripePages.SIZE)
                .build();
    }

    private static InvoiceListParams everyInvoiceOf(String customer) {
        return InvoiceListParams.builder()
                .setCustomer(customer)
                .addExpand("data.payments")
                .setLimit(StripePages.SIZE)
                .build();
    }

    private static InvoicePaymentListParams everyPaymentOf(Invoice invoice) {
        return InvoicePaymentListParams.builder()
                .setInvoice(invoice.getId())
                .setLimit(StripePages.SIZE)
                .build();
    }
}
