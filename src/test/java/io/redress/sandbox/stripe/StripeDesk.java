package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Makes up Stripe's past: what customers bought before the sandbox was opened, and what was done there by hand. */
public record StripeDesk(StripeBooks books) {

    /** A new customer; answers the id. */
    public String customer(String name, String email, String phone, String locale, Instant since) {
        var customer = StripeObjects.customer(name, email, phone, locale, since.getEpochSecond());
        return books.keep(customer).path("id").asText();
    }

    /** A succeeded payment with its charge; answers the payment intent's id. */
    public String pay(Sale sale) {
        return new Charging(books).once(sale).path("id").asText();
    }

    /** Monthly subscriptions. */
    public SubscriptionDesk subscriptions() {
        return new SubscriptionDesk(books);
    }

    /** What somebody refunded in Stripe's dashboard: the whole payment, without key or metadata. */
    public void refundByHand(String paymentIntent, Instant at) {
        synchronized (books.records()) {
            var refund = new Refunds(books).create(new Parameters(Map.of("payment_intent", paymentIntent)), null);
            books.keep(refund.put("created", at.getEpochSecond()));
        }
    }

    /**
     * What somebody refunded in Stripe's dashboard, now and without key or metadata.
     *
     * @param amount in the payment's currency; null for all that is left
     * @return the refund
     * @throws IllegalArgumentException where Stripe refuses it, as for more than is left
     */
    public ObjectNode refundByHand(String paymentIntent, BigDecimal amount) {
        synchronized (books.records()) {
            var asked = new HashMap<>(Map.of("payment_intent", paymentIntent));
            if (amount != null) {
                var currency = charge(paymentIntent).path("currency").asText();
                asked.put("amount", String.valueOf(MinorUnits.of(amount, currency)));
            }
            return asked(() -> new Refunds(books).create(new Parameters(asked), null));
        }
    }

    /** The customer's bank takes the payment back, and takes evidence for two weeks; answers the dispute's id. */
    public String dispute(String paymentIntent) {
        synchronized (books.records()) {
            return new Disputes(books)
                    .open(paymentIntent, "needs_response")
                    .path("id")
                    .asText();
        }
    }

    /** The bank decides. @param status {@code won}, {@code lost} or {@code warning_closed} */
    public void closeDispute(String dispute, String status) {
        synchronized (books.records()) {
            books.keep(books.get("dispute", dispute, "id").put("status", status), "charge.dispute.closed");
        }
    }

    /**
     * The bank inquires, disputes, reviews or decides: opens a dispute of the payment, or moves its open one on.
     *
     * @param status Stripe's word, such as {@code warning_needs_response} or {@code lost}
     * @return the dispute
     * @throws IllegalArgumentException where there is no such status, or no way to it
     */
    public ObjectNode dispute(String paymentIntent, String status) {
        synchronized (books.records()) {
            return asked(() -> new Disputes(books).move(paymentIntent, status));
        }
    }

    /** Every dispute and inquiry, oldest first. */
    public List<ObjectNode> disputes() {
        return books.all("dispute");
    }

    /** Whether Stripe holds a payment of that reference. */
    public boolean knows(String paymentIntent) {
        return books.find("payment_intent", paymentIntent).isPresent();
    }

    /** Whether Stripe knows a customer of that id. */
    public boolean knowsCustomer(String customer) {
        return books.find("customer", customer).isPresent();
    }

    /** The currency of a payment, in capitals. */
    public String currency(String paymentIntent) {
        return charge(paymentIntent).path("currency").asText().toUpperCase(Locale.ROOT);
    }

    /** The id of a payment's charge. */
    public String chargeOf(String paymentIntent) {
        return charge(paymentIntent).path("id").asText();
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

    private static ObjectNode asked(Supplier<ObjectNode> request) {
        try {
            return request.get();
        } catch (StripeError refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }
}
