package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.stripe.MinorUnits;
import io.redress.sandbox.stripe.Sale;
import io.redress.sandbox.stripe.StripeDesk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How one order was paid at Stripe: once at the checkout, or month by month for recurring lines. */
final class Paying {

    /** The month (from 0) whose second charge somebody already paid back. */
    private static final int NOTICED_MONTH = 1;

    private static final Duration WRONG_AFTER = Duration.ofMinutes(9);

    private final List<ObjectNode> unlisted = new ArrayList<>();
    private final StripeDesk stripe;
    private final Draft draft;
    private final Person person;
    private final String number;
    private final Instant placed;
    private final String customer;

    Paying(StripeDesk stripe, Draft draft, Person person, String number, Instant placed) {
        this.stripe = stripe;
        this.draft = draft;
        this.person = person;
        this.number = number;
        this.placed = placed;
        this.customer = draft.paymentMethod.equals("card")
                ? stripe.customer(person.name(), person.email(), person.phone(), person.locale(), placed)
                : null;
    }

    /** Stripe's id of the customer, null where it was not paid by card. */
    String customer() {
        return customer;
    }

    /** What was charged without an order, once {@link #payments()} were made. */
    List<ObjectNode> unlisted() {
        return unlisted;
    }

    /** Every payment the shop knows of, oldest first; the shop does not know what was charged without an order. */
    List<ObjectNode> payments() {
        if (customer == null) {
            return List.of();
        }
        if (draft.months == 0) {
            var intent = stripe.pay(sale(draft.total(), "Order " + number, metadata(), placed));
            return List.of(payment(intent, draft.total(), placed));
        }
        var payments = new ArrayList<ObjectNode>();
        for (int i = 0; i < draft.items.size(); i++) {
            payments.addAll(monthly(draft.items.get(i), i + 1));
        }
        payments.sort(Comparator.comparing(payment -> payment.path("paidAt").asText()));
        return payments;
    }

    private List<ObjectNode> monthly(Draft.Item item, int line) {
        var anchor = placed;
        var last = anchor.atZone(ZoneOffset.UTC).plusMonths(draft.months - 1L).toInstant();
        var metadata = metadata().put("order_line", String.valueOf(line));
        var charged = last.plus(Duration.ofMinutes(3L + line));
        var intents = stripe.subscriptions()
                .subscribe(sale(item.price(), item.description(), metadata, charged), draft.months, anchor, true);
        if (draft.billedTwice) {
            var later = sale(item.price(), item.description(), metadata, charged.plus(WRONG_AFTER));
            var noticed = anchor.atZone(ZoneOffset.UTC)
                    .plusMonths(NOTICED_MONTH)
                    .plusDays(4)
                    .toInstant();
            var wrong = stripe.subscriptions().subscribe(later, draft.months, anchor, false);
            stripe.refundByHand(wrong.get(NOTICED_MONTH), noticed);
            for (int month = 0; month < draft.months; month++) {
                unlisted.add(payment(
                        wrong.get(month), item.price(), paidAt(month, line).plus(WRONG_AFTER)));
            }
        }
        var payments = new ArrayList<ObjectNode>();
        for (int month = 0; month < draft.months; month++) {
            payments.add(payment(intents.get(month), item.price(), paidAt(month, line)));
        }
        return payments;
    }

    private Instant paidAt(int month, int line) {
        return placed.atZone(ZoneOffset.UTC)
                .plusMonths(month)
                .plusMinutes(3L + line)
                .toInstant();
    }

    private Sale sale(BigDecimal amount, String description, ObjectNode metadata, Instant at) {
        return new Sale(
                customer,
                person.name(),
                person.email(),
                MinorUnits.of(amount, draft.currency),
                draft.currency.toLowerCase(Locale.ROOT),
                draft.card,
                description,
                metadata,
                at.getEpochSecond());
    }

    private ObjectNode metadata() {
        return Json.object("order_number", number);
    }

    private ObjectNode payment(String intent, BigDecimal amount, Instant at) {
        return Json.object(
                "reference",
                intent,
                "provider",
                "stripe",
                "amount",
                Amounts.text(amount, draft.currency),
                "currency",
                draft.currency,
                "paidAt",
                at.toString());
    }
}
