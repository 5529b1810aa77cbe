package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Makes up Stripe's past: what customers bought before the sandbox was opened, and what was done there by hand. */
public record StripeDesk(StripeBooks books) {

    private static final Duration EVIDENCE = Duration.ofDays(14);

    /** A new customer; answers the id. */
    public String customer(String name, String email, String phone, String locale, Instant since) {
        var customer = StripeObjects.customer(name, email, phone, locale, since.getEpochSecond());
        return books.keep(customer).path("id").asText();
    }

    /** A succeeded payment with its charge; answers the payment intent's id. */
    public String pay(Sale sale) {
        return paid(sale).path("id").asText();
    }

    /**
     * A monthly subscription that was charged once for each of the last months, the latest at the sale's own time.
     *
     * @return the payment intents' ids, oldest first
     */
    public List<String> subscribe(Sale latest, int months, Instant anchor) {
        var start = anchor.atZone(ZoneOffset.UTC);
        var late = latest.at() - start.plusMonths(months - 1).toEpochSecond();
        var current = period(anchor, months - 1);
        var subscription =
                books.keep(SubscriptionObjects.subscription(latest, current, anchor.getEpochSecond() + late));
        return java.util.stream.IntStream.range(0, months)
                .mapToObj(month -> month(latest, subscription, period(anchor, month), late))
                .toList();
    }

    /** What somebody refunded in Stripe's dashboard: the whole payment, without key or metadata. */
    public void refundByHand(String paymentIntent, Instant at) {
        synchronized (books.records()) {
            var refund = new Refunds(books).create(new Parameters(Map.of("payment_intent", paymentIntent)), null);
            books.keep(refund.put("created", at.getEpochSecond()));
        }
    }

    /** The customer's bank takes the payment back, and takes evidence for two weeks; answers the dispute's id. */
    public String dispute(String paymentIntent) {
        synchronized (books.records()) {
            var charge = charge(paymentIntent);
            charge.put("disputed", true);
            books.keep(charge);
            var dispute = StripeObjects.dispute(charge, books.now(), books.now() + EVIDENCE.toSeconds());
            return books.keep(dispute, "charge.dispute.created").path("id").asText();
        }
    }

    /** The bank decides. @param status {@code won}, {@code lost} or {@code warning_closed} */
    public void closeDispute(String dispute, String status) {
        synchronized (books.records()) {
            books.keep(books.get("dispute", dispute, "id").put("status", status), "charge.dispute.closed");
        }
    }

    /** Leaves refunds of the payment pending until {@link #endRefund}. */
    public void letRefundsWait(String paymentIntent) {
        synchronized (books.records()) {
            books.keep(charge(paymentIntent).put("_refunds_wait", true));
        }
    }

    /** A refund arrives. */
    public void endRefund(String refund) {
        failRefund(refund, null);
    }

    /** A refund comes back, also one that had arrived. @param reason one of Stripe's failure reasons */
    public void failRefund(String refund, String reason) {
        synchronized (books.records()) {
            new Refunds(books).end(refund, reason);
        }
    }

    private ObjectNode charge(String paymentIntent) {
        var intent = books.get("payment_intent", paymentIntent, "id");
        return books.get("charge", intent.path("latest_charge").asText(), "id");
    }

    /** Lets a payment have been made with the card of another one. */
    public void paidWithTheCardOf(String paymentIntent, String otherIntent) {
        synchronized (books.records()) {
            var charge = charge(paymentIntent);
            charge.withObject("/payment_method_details")
                    .set("card", charge(otherIntent).at("/payment_method_details/card"));
            books.keep(charge);
        }
    }

    /** A voucher that somebody made in Stripe's dashboard. */
    public void voucher(String code) {
        var promotions = new Promotions(books);
        promotions.coupon(new Parameters(
                Map.of("id", "by-hand-" + code, "currency", "eur", "duration", "once", "amount_off", "500")));
        promotions.code(new Parameters(Map.of("promotion[coupon]", "by-hand-" + code, "code", code)));
    }

    private String month(Sale latest, ObjectNode subscription, SubscriptionObjects.Period period, long late) {
        var sale = new Sale(
                latest.customer(),
                latest.name(),
                latest.email(),
                latest.amount(),
                latest.currency(),
                latest.paymentMethod(),
                latest.description(),
                latest.metadata(),
                period.start() + late);
        var intent = paid(sale);
        var invoice = books.keep(SubscriptionObjects.invoice(sale, subscription, period));
        books.keep(SubscriptionObjects.invoicePayment(sale, invoice, intent));
        subscription.set("latest_invoice", invoice.path("id"));
        books.keep(subscription);
        return intent.path("id").asText();
    }

    private ObjectNode paid(Sale sale) {
        var intent = StripeObjects.paymentIntent(sale);
        var charge = StripeObjects.charge(sale, intent.path("id").asText());
        var transaction = Ids.stripe("txn");
        charge.put("balance_transaction", transaction);
        books.keep(StripeObjects.balanceTransaction(
                transaction, charge.path("id").asText(), sale.amount(), sale.currency(), "charge", sale.at()));
        books.keep(charge);
        intent.set("latest_charge", charge.path("id"));
        return books.keep(intent);
    }

    private static SubscriptionObjects.Period period(Instant anchor, int month) {
        var start = anchor.atZone(ZoneOffset.UTC);
        return new SubscriptionObjects.Period(
                start.plusMonths(month).toEpochSecond(),
                start.plusMonths(month + 1).toEpochSecond());
    }
}
