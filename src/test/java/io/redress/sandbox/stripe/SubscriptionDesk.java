package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.stripe.SubscriptionObjects.Period;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Makes up monthly subscriptions and what they took before; {@link Billing} goes on from there. */
public record SubscriptionDesk(StripeBooks books) {

    /**
     * A subscription that was charged once for each of the last months, the latest at the sale's own time.
     *
     * @param wanted whether the customer ordered it, so that the shop hears of later charges
     * @return the payment intents' ids, oldest first
     */
    public List<String> subscribe(Sale latest, int months, Instant anchor, boolean wanted) {
        var current = Period.of(anchor, months - 1);
        var late = latest.at() - current.start();
        var subscription = SubscriptionObjects.subscription(latest, current, anchor.getEpochSecond() + late);
        books.keep(noted(subscription, anchor, late, wanted));
        return IntStream.range(0, months)
                .mapToObj(month -> Period.of(anchor, month))
                .map(period -> new Charging(books).period(latest.at(period.start() + late), subscription, period))
                .map(intent -> intent.path("id").asText())
                .toList();
    }

    /** A subscription without any charge so far, in the period of the given time; answers its id. */
    public String open(Sale sale, Instant anchor, Instant now, boolean wanted) {
        var subscription = SubscriptionObjects.subscription(sale, Period.holding(anchor, now), anchor.getEpochSecond());
        return books.keep(noted(subscription, anchor, 0, wanted)).path("id").asText();
    }

    /** When the month that holds a time begins, counted from an anchor; epoch seconds. */
    public long month(Instant anchor, Instant time) {
        return Period.holding(anchor, time).start();
    }

    /** A charge for the period that holds the sale's time; answers the payment intent's id. */
    public String charge(String subscription, Sale sale) {
        synchronized (books.records()) {
            var charged = books.get("subscription", subscription, "id");
            var anchor = Instant.ofEpochSecond(charged.path(Billing.ANCHOR).asLong());
            var period = Period.holding(anchor, Instant.ofEpochSecond(sale.at()));
            return new Charging(books).period(sale, charged, period).path("id").asText();
        }
    }

    private static ObjectNode noted(ObjectNode subscription, Instant anchor, long late, boolean wanted) {
        return subscription
                .put(Billing.ANCHOR, anchor.getEpochSecond())
                .put(Billing.LATE, late)
                .put(Billing.WANTED, wanted);
    }
}
