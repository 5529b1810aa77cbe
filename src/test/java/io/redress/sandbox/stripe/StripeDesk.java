package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Makes up Stripe's past: what customers bought before the sandbox was opened, and what was done there by hand. */
public record StripeDesk(StripeBooks books) {

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
        var refund = new Refunds(books).create(new Parameters(Map.of("payment_intent", paymentIntent)), null);
        books.keep(refund.put("created", at.getEpochSecond()));
    }

    /** The customer's bank takes the payment back. */
    public void dispute(String paymentIntent) {
        var charge = books.get(
                "charge",
                books.get("payment_intent", paymentIntent, "id")
                        .path("latest_charge")
                        .asText(),
                "id");
        charge.put("disputed", true);
        books.keep(charge);
        books.keep(StripeObjects.dispute(charge, books.now()));
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
