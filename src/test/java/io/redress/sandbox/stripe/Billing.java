package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.stripe.SubscriptionObjects.Period;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * The billing of subscriptions as time goes by: an active one is charged for each period that has begun, a cancelled one
 * is not. What one jump of the clock passes over beyond {@value #MOST} periods is not charged.
 */
public final class Billing {

    /** The most periods of one subscription that are charged at once. */
    static final int MOST = 24;

    /** Our notes on a subscription: where its periods count from, how much later it is charged, who ordered it. */
    static final String ANCHOR = "_anchor";

    static final String LATE = "_late";
    static final String WANTED = "_wanted";

    private final StripeBooks books;
    private final Charging charging;
    private BiConsumer<ObjectNode, ObjectNode> listener = (subscription, intent) -> {};
    private int known;
    private long due = Long.MAX_VALUE;

    Billing(StripeBooks books) {
        this.books = books;
        this.charging = new Charging(books);
    }

    /** Tells of each charge of a subscription that the customer ordered: the subscription and the payment intent. */
    public void listen(BiConsumer<ObjectNode, ObjectNode> charged) {
        synchronized (books.records()) {
            listener = charged;
        }
    }

    /** Charges what is due by now. Looks at every subscription only where one is due or there are new ones. */
    public void run() {
        synchronized (books.records()) {
            long now = books.now();
            if (now < due && known == books.count("subscription")) {
                return;
            }
            known = books.count("subscription");
            due = Long.MAX_VALUE;
            for (var subscription : books.all("subscription")) {
                if (isActive(subscription)) {
                    bill(subscription, now);
                    due = Math.min(due, dueAt(subscription));
                }
            }
        }
    }

    private void bill(ObjectNode subscription, long now) {
        for (int charged = 0; dueAt(subscription) <= now; charged++) {
            var period = next(subscription);
            item(subscription).put("current_period_start", period.start()).put("current_period_end", period.end());
            if (charged < MOST) {
                charge(subscription, period);
            } else if (dueAt(subscription) > now) {
                books.keep(subscription);
            }
        }
    }

    private void charge(ObjectNode subscription, Period period) {
        var customer = books.get("customer", subscription.path("customer").asText(), null);
        var sale = new Sale(
                subscription.path("customer").asText(),
                customer.path("name").asText(),
                customer.path("email").asText(null),
                subscription.at("/items/data/0/price/unit_amount").asLong(),
                subscription.path("currency").asText(),
                subscription.path("default_payment_method").asText(),
                subscription.path("description").asText(),
                subscription.withObject("/metadata"),
                period.start() + subscription.path(LATE).asLong());
        var intent = charging.period(sale, subscription, period);
        if (subscription.path(WANTED).asBoolean()) {
            listener.accept(subscription, intent);
        }
    }

    private static Period next(ObjectNode subscription) {
        long end = item(subscription).path("current_period_end").asLong();
        long anchor = subscription
                .path(ANCHOR)
                .asLong(item(subscription).path("current_period_start").asLong());
        return Period.holding(Instant.ofEpochSecond(anchor), Instant.ofEpochSecond(end));
    }

    private static long dueAt(ObjectNode subscription) {
        return item(subscription).path("current_period_end").asLong()
                + subscription.path(LATE).asLong();
    }

    private static ObjectNode item(ObjectNode subscription) {
        return subscription.withObject("/items/data/0");
    }

    private static boolean isActive(ObjectNode subscription) {
        return subscription.path("status").asText().equals("active");
    }
}
