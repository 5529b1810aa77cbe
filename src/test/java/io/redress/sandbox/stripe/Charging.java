package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.stripe.SubscriptionObjects.Period;

/** The making of succeeded payments: one at a checkout, or one for a period of a subscription, with its invoice. */
record Charging(StripeBooks books) {

    /** A payment with its charge; answers the payment intent. */
    ObjectNode once(Sale sale) {
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

    /** The payment of a subscription's period; answers the payment intent. */
    ObjectNode period(Sale sale, ObjectNode subscription, Period period) {
        var intent = once(sale);
        var invoice = books.keep(SubscriptionObjects.invoice(sale, subscription, period));
        books.keep(SubscriptionObjects.invoicePayment(sale, invoice, intent));
        subscription.set("latest_invoice", invoice.path("id"));
        books.keep(subscription);
        return intent;
    }
}
