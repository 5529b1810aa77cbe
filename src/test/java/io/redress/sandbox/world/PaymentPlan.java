package io.redress.sandbox.world;

import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.InvalidField;
import io.redress.sandbox.stripe.MinorUnits;
import io.redress.sandbox.world.Purchase.Line;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A payment of an order of one's own.
 *
 * @param provider {@code stripe} or {@code shop}
 * @param refunded what was paid back of it by hand already
 * @param refundsEnd how later refunds of it end: {@code succeeded}, {@code failed} (at Stripe after a while), or {@code
 *     pending} for a while; at the shop also {@code pending_failed}, {@code returned} and {@code refused}
 * @param listed whether the shop's order lists it
 */
record PaymentPlan(
        String provider,
        BigDecimal amount,
        String currency,
        Instant at,
        BigDecimal refunded,
        String refundsEnd,
        boolean listed) {

    static final String STRIPE = "stripe";
    static final String SHOP = "shop";

    private static final Set<String> ENDS_AT_STRIPE = Set.of("succeeded", "failed", "pending");
    private static final Set<String> ENDS_AT_SHOP =
            Set.of("succeeded", "failed", "pending", "pending_failed", "returned", "refused");

    private static final int MOST_MONTHS = 120;
    private static final Duration AFTER_PLACING = Duration.ofMinutes(3);

    /** The payments asked for, oldest first; without a word of any, what is usual for the order. */
    static List<PaymentPlan> read(Input request, Purchase purchase, Instant now) {
        var plans = new ArrayList<PaymentPlan>();
        if (request.has("payments")) {
            for (var payment : request.objects("payments")) {
                plans.add(plan(payment, purchase, usualTime(purchase, plans.size(), now), now));
            }
        } else if (isPaidByCard(purchase)) {
            plans.addAll(usual(purchase, now));
        }
        requireUnits(plans, purchase);
        plans.sort(Comparator.comparing(PaymentPlan::at).thenComparing(plan -> !plan.listed()));
        return plans;
    }

    private static void requireUnits(List<PaymentPlan> plans, Purchase purchase) {
        var amounts = Stream.concat(
                Subscribing.recurring(purchase).stream().map(line -> new Amount(line.unitPrice(), purchase.currency())),
                plans.stream().filter(PaymentPlan::isAtStripe).flatMap(plan -> Stream.of(plan.amount(), plan.refunded())
                        .map(amount -> new Amount(amount, plan.currency()))));
        amounts.filter(amount -> !MinorUnits.fits(amount.value(), amount.currency()))
                .findFirst()
                .ifPresent(amount -> {
                    throw new InvalidField(
                            "payments",
                            "Stripe moves no part of a %s as small as in %s"
                                    .formatted(amount.currency(), amount.value()));
                });
    }

    private record Amount(BigDecimal value, String currency) {}

    boolean isAtStripe() {
        return provider.equals(STRIPE);
    }

    private static PaymentPlan plan(Input payment, Purchase purchase, Instant usualTime, Instant now) {
        payment.only("provider", "amount", "currency", "at", "refunded", "refundsEnd", "listed");
        var currency = payment.currency("currency", purchase.currency());
        var usual = currency.equals(purchase.currency()) ? purchase.total() : null;
        var amount = payment.amount("amount", currency, usual);
        if (amount.signum() == 0) {
            throw payment.wrong("amount", "must be more than nothing");
        }
        var refunded = payment.amount("refunded", currency, BigDecimal.ZERO);
        if (refunded.compareTo(amount) > 0) {
            throw payment.wrong("refunded", "must not be more than the amount");
        }
        var provider = payment.choice("provider", Set.of(STRIPE, SHOP), STRIPE);
        return new PaymentPlan(
                provider,
                amount,
                currency,
                Purchase.past(payment, "at", usualTime, now),
                refunded,
                payment.choice("refundsEnd", provider.equals(SHOP) ? ENDS_AT_SHOP : ENDS_AT_STRIPE, "succeeded"),
                payment.flag("listed", true));
    }

    /** One after another, so that the first is the first for everybody. */
    private static Instant usualTime(Purchase purchase, int earlier, Instant now) {
        var time = purchase.placedOn().plus(Duration.ofMinutes(earlier));
        return time.isAfter(now) ? now : time;
    }

    private static boolean isPaidByCard(Purchase purchase) {
        return purchase.order().path("paymentMethod").asText().equals("card")
                && purchase.order().path("payments").isEmpty();
    }

    /** Each recurring line once a month since the order was placed, and all the rest at the checkout. */
    private static List<PaymentPlan> usual(Purchase purchase, Instant now) {
        var plans = new ArrayList<PaymentPlan>();
        var rest = purchase.total();
        for (var line : purchase.lines()) {
            if (line.recurring()) {
                plans.addAll(monthly(line, purchase, now));
                rest = rest.subtract(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())));
            }
        }
        if (rest.signum() > 0) {
            plans.add(usual(rest, purchase, purchase.placedOn()));
        }
        return plans;
    }

    private static List<PaymentPlan> monthly(Line line, Purchase purchase, Instant now) {
        var plans = new ArrayList<PaymentPlan>();
        var placed = purchase.placedOn().atZone(ZoneOffset.UTC);
        long begun = ChronoUnit.MONTHS.between(placed, now.atZone(ZoneOffset.UTC));
        for (long month = Math.max(0, begun + 1 - MOST_MONTHS); month <= begun; month++) {
            var due = placed.plusMonths(month).plus(AFTER_PLACING).toInstant();
            var at = due.isAfter(now) ? placed.plusMonths(month).toInstant() : due;
            for (int piece = 0; piece < line.quantity() && line.unitPrice().signum() > 0; piece++) {
                plans.add(usual(line.unitPrice(), purchase, at));
            }
        }
        return plans;
    }

    private static PaymentPlan usual(BigDecimal amount, Purchase purchase, Instant at) {
        return new PaymentPlan(STRIPE, amount, purchase.currency(), at, BigDecimal.ZERO, "succeeded", true);
    }
}
