package io.redress.sandbox.world;

import io.redress.sandbox.stripe.Sale;
import io.redress.sandbox.stripe.SubscriptionDesk;
import io.redress.sandbox.world.Purchase.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The subscriptions behind the recurring lines of an order of one's own, one for each piece. A payment of a line's price
 * is the charge of a month; a second one in the same month is that of a subscription nobody ordered.
 */
final class Subscribing {

    /** A subscription at Stripe, and the months that were charged, by when they begin. */
    private record Known(String id, Line line, Set<Long> charged) {}

    private final SubscriptionDesk desk;
    private final Purchase purchase;
    private final Instant now;
    private final BiFunction<Line, BigDecimal, Sale> sales;
    private final List<Known> known = new ArrayList<>();

    /** @param sales what a line's charge of an amount looks like */
    Subscribing(SubscriptionDesk desk, Purchase purchase, Instant now, BiFunction<Line, BigDecimal, Sale> sales) {
        this.desk = desk;
        this.purchase = purchase;
        this.now = now;
        this.sales = sales;
        recurring(purchase).forEach(line -> {
            for (int piece = 0; piece < line.quantity(); piece++) {
                open(line, true);
            }
        });
    }

    static List<Line> recurring(Purchase purchase) {
        return purchase.lines().stream()
                .filter(line -> line.recurring() && line.unitPrice().signum() > 0)
                .toList();
    }

    /** Charges a month of a recurring line, where the payment is one; answers the payment intent's id. */
    Optional<String> charge(PaymentPlan payment) {
        return recurring(purchase).stream()
                .filter(line -> payment.currency().equals(purchase.currency())
                        && line.unitPrice().compareTo(payment.amount()) == 0)
                .findFirst()
                .map(line -> {
                    long month = desk.month(purchase.placedOn(), payment.at());
                    var subscription = known.stream()
                            .filter(one -> one.line().unitPrice().compareTo(payment.amount()) == 0
                                    && !one.charged().contains(month))
                            .findFirst()
                            .orElseGet(() -> open(line, false));
                    subscription.charged().add(month);
                    var sale = sales.apply(subscription.line(), payment.amount());
                    return desk.charge(subscription.id(), sale.at(payment.at().getEpochSecond()));
                });
    }

    private Known open(Line line, boolean wanted) {
        var id = desk.open(sales.apply(line, line.unitPrice()), purchase.placedOn(), now, wanted);
        var opened = new Known(id, line, new HashSet<>());
        known.add(opened);
        return opened;
    }
}
