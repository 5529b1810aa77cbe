package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import java.util.List;

/**
 * New Stripe objects in the shape of API version {@code 2026-07-29.dahlia}: a template for what is always the same, and
 * here what differs. Amounts are minor units, times epoch seconds.
 */
final class StripeObjects {

    private StripeObjects() {}

    /** A customer; {@code locale} as Stripe's preferred locale. */
    static ObjectNode customer(String name, String email, String phone, String locale, long created) {
        var id = Ids.stripe("cus");
        var customer = template("customer", id, created);
        customer.put("name", name).put("email", email).put("phone", phone).put("invoice_prefix", id.substring(4, 11));
        customer.set("preferred_locales", Json.array(locale == null ? List.of() : List.of(locale)));
        return customer;
    }

    /** A payment that succeeded; {@code latest_charge} is filled in by whoever makes the charge. */
    static ObjectNode paymentIntent(Sale sale) {
        var id = Ids.stripe("pi");
        return sold("payment_intent", id, sale)
                .put("amount_received", sale.amount())
                .put("client_secret", id + "_secret_sandbox");
    }

    /** The captured charge of a payment. */
    static ObjectNode charge(Sale sale, String paymentIntent) {
        var charge = sold("charge", Ids.stripe("ch"), sale)
                .put("amount_captured", sale.amount())
                .put("payment_intent", paymentIntent);
        charge.withObject("/billing_details").put("name", sale.name()).put("email", sale.email());
        charge.withObject("/payment_method_details/card").put("fingerprint", fingerprint(sale));
        return charge;
    }

    static ObjectNode refund(ObjectNode charge, long amount, long created) {
        var refund = template("refund", Ids.stripe("re"), created).put("amount", amount);
        refund.set("charge", charge.path("id"));
        refund.set("currency", charge.path("currency"));
        refund.set("payment_intent", charge.path("payment_intent"));
        return refund;
    }

    /** A movement of our balance at Stripe, without fee. */
    static ObjectNode balanceTransaction(
            String id, String source, long amount, String currency, String type, long created) {
        return template("balance_transaction", id, created)
                .put("amount", amount)
                .put("net", amount)
                .put("available_on", created)
                .put("currency", currency)
                .put("reporting_category", type)
                .put("source", source)
                .put("type", type);
    }

    /** An open dispute (chargeback) about the whole charge. @param dueBy when evidence is due, epoch seconds */
    static ObjectNode dispute(ObjectNode charge, long created, long dueBy) {
        var dispute = template("dispute", Ids.stripe("dp"), created);
        dispute.withObject("/evidence_details").put("due_by", dueBy);
        dispute.set("amount", charge.path("amount"));
        dispute.set("charge", charge.path("id"));
        dispute.set("currency", charge.path("currency"));
        dispute.set("payment_intent", charge.path("payment_intent"));
        return dispute;
    }

    static ObjectNode customerBalanceTransaction(
            ObjectNode customer, long amount, Parameters parameters, long created) {
        var entry = template("customer_balance_transaction", Ids.stripe("cbtxn"), created)
                .put("amount", amount)
                .put("currency", parameters.get("currency"))
                .put("description", parameters.get("description"))
                .put("ending_balance", customer.path("balance").asLong() + amount);
        entry.set("customer", customer.path("id"));
        entry.set("metadata", parameters.metadata());
        return entry;
    }

    /** What happened, as it is delivered. */
    static ObjectNode event(String type, JsonNode object, long created) {
        var event = template("event", Ids.stripe("evt"), created).put("type", type);
        event.set("data", Json.object("object", object));
        return event;
    }

    /** A customer has one card of each kind: sixteen letters and digits, the same for every payment with it. */
    private static String fingerprint(Sale sale) {
        var card = sale.customer() + " " + sale.paymentMethod();
        var digits = new java.math.BigInteger(1, card.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "Sbx" + digits.mod(java.math.BigInteger.TEN.pow(13));
    }

    private static ObjectNode sold(String kind, String id, Sale sale) {
        var object = template(kind, id, sale.at())
                .put("amount", sale.amount())
                .put("currency", sale.currency())
                .put("customer", sale.customer())
                .put("description", sale.description())
                .put("payment_method", sale.paymentMethod());
        object.set("metadata", sale.metadata().deepCopy());
        return object;
    }

    static ObjectNode template(String kind, String id, long created) {
        return Json.template("stripe/" + kind).put("id", id).put("created", created);
    }
}
