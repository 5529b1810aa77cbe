package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A subscription, its invoices and their payments in Stripe's shape: the charge itself no longer names its invoice. */
final class SubscriptionObjects {

    private SubscriptionObjects() {}

    /** An active monthly subscription whose current period is given. */
    static ObjectNode subscription(Sale sale, Period current, long started) {
        var id = Ids.stripe("sub");
        var subscription = StripeObjects.template("subscription", id, started)
                .put("billing_cycle_anchor", started)
                .put("currency", sale.currency())
                .put("customer", sale.customer())
                .put("default_payment_method", sale.paymentMethod())
                .put("description", sale.description())
                .put("start_date", started);
        subscription.set("metadata", sale.metadata().deepCopy());
        subscription.withObject("/items").put("url", "/v1/subscription_items?subscription=" + id);
        subscription
                .withObject("/items/data/0")
                .put("id", Ids.stripe("si"))
                .put("created", started)
                .put("current_period_start", current.start())
                .put("current_period_end", current.end())
                .put("subscription", id);
        subscription
                .withObject("/items/data/0/price")
                .put("id", Ids.stripe("price"))
                .put("created", started)
                .put("currency", sale.currency())
                .put("nickname", sale.description())
                .put("product", Ids.stripe("prod"))
                .put("unit_amount", sale.amount())
                .put("unit_amount_decimal", String.valueOf(sale.amount()));
        return subscription;
    }

    /** The paid invoice of one period. */
    static ObjectNode invoice(Sale sale, ObjectNode subscription, Period period) {
        var id = Ids.stripe("in");
        var invoice = StripeObjects.template("invoice", id, sale.at())
                .put("amount_due", sale.amount())
                .put("amount_paid", sale.amount())
                .put("currency", sale.currency())
                .put("customer", sale.customer())
                .put("customer_email", sale.email())
                .put("customer_name", sale.name())
                .put("number", id.substring(3, 10) + "-0001")
                .put("period_start", period.start())
                .put("period_end", period.end())
                .put("subtotal", sale.amount())
                .put("total", sale.amount());
        invoice.withObject("/status_transitions").put("finalized_at", sale.at()).put("paid_at", sale.at());
        var details = invoice.withObject("/parent/subscription_details");
        details.set("subscription", subscription.path("id"));
        details.set("metadata", sale.metadata().deepCopy());
        invoice.withObject("/lines").put("url", "/v1/invoices/" + id + "/lines");
        line(invoice.withObject("/lines/data/0"), id, sale, subscription, period);
        return invoice;
    }

    private static void line(ObjectNode line, String invoice, Sale sale, ObjectNode subscription, Period period) {
        line.put("id", Ids.stripe("il"))
                .put("amount", sale.amount())
                .put("subtotal", sale.amount())
                .put("currency", sale.currency())
                .put("description", "1 × " + sale.description())
                .put("invoice", invoice);
        line.set("metadata", sale.metadata().deepCopy());
        line.withObject("/period").put("start", period.start()).put("end", period.end());
        var details = line.withObject("/parent/subscription_item_details");
        details.set("subscription", subscription.path("id"));
        details.set("subscription_item", subscription.at("/items/data/0/id"));
    }

    /** The link between an invoice and the payment that paid it. */
    static ObjectNode invoicePayment(Sale sale, ObjectNode invoice, ObjectNode intent) {
        var link = StripeObjects.template("invoice_payment", Ids.stripe("inpay"), sale.at())
                .put("amount_paid", sale.amount())
                .put("amount_requested", sale.amount())
                .put("currency", sale.currency());
        link.set("invoice", invoice.path("id"));
        link.withObject("/payment").set("payment_intent", intent.path("id"));
        link.withObject("/status_transitions").put("paid_at", sale.at());
        return link;
    }

    /** A billing period, epoch seconds, end exclusive. */
    record Period(long start, long end) {

        /** The month of that number, from 0, counted from an anchor by the calendar in UTC. */
        static Period of(Instant anchor, long month) {
            var start = anchor.atZone(ZoneOffset.UTC);
            return new Period(
                    start.plusMonths(month).toEpochSecond(),
                    start.plusMonths(month + 1).toEpochSecond());
        }

        /** The month that holds a time; before the anchor it is the first. */
        static Period holding(Instant anchor, Instant time) {
            long month =
                    Math.max(0, ChronoUnit.MONTHS.between(anchor.atZone(ZoneOffset.UTC), time.atZone(ZoneOffset.UTC)));
            var period = of(anchor, month);
            return time.getEpochSecond() < period.end() ? period : of(anchor, month + 1);
        }
    }
}
