package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.shop.ShopService;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.stripe.MinorUnits;
import io.redress.sandbox.stripe.Sale;
import io.redress.sandbox.stripe.StripeDesk;
import io.redress.sandbox.world.Purchase.Line;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Orders of one's own: everything is checked before shop, payment provider or carrier is told of any of it. */
final class OwnOrders {

    private static final Map<String, String> CARDS =
            Map.of("succeeded", "pm_card_visa", "failed", "pm_card_refundFail", "pending", "pm_card_pendingRefund");

    private final ShopService shop;
    private final StripeDesk stripe;
    private final Parcels carriers;
    private final Clock clock;
    private final Consumer<String> stock;
    private int last = 1000;

    OwnOrders(ShopService shop, StripeDesk stripe, Parcels carriers, Clock clock, Consumer<String> stock) {
        this.shop = shop;
        this.stripe = stripe;
        this.carriers = carriers;
        this.clock = clock;
        this.stock = stock;
    }

    /**
     * Places an order.
     *
     * @throws io.redress.sandbox.state.InvalidField where something is not as it should be
     * @throws NumberTaken where there is such an order
     */
    ObjectNode place(JsonNode body) {
        var request = Input.of(body).only("order", "parcels", "payments");
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var purchase = Purchase.read(request.object("order"), freeNumber(), now);
        var parcels = ParcelPlan.read(request, purchase, now);
        var payments = PaymentPlan.read(request, purchase, now);
        requireKnownCustomer(request.object("order"));
        if (shop.find(purchase.number()).isPresent()) {
            throw new NumberTaken(purchase.number());
        }
        return new Placing(purchase, now).place(parcels, payments, body);
    }

    /** Places the like of an order of one's own: its copy has its own number, contacts, payments and tracking codes. */
    ObjectNode copy(ObjectNode original, int copy) {
        var request = (ObjectNode) original.path("_request").deepCopy();
        var order = request.withObject("/order");
        order.put("number", original.path("number").asText().replaceFirst("-copy\\d+$", "") + "-copy" + copy);
        order.remove("customerPaymentReference");
        if (order.path("customer") instanceof ObjectNode customer) {
            customer.remove("reference");
            copyContact(customer, "email", email -> email.replaceFirst("@(?=[^@]*$)", "+" + copy + "@"));
            copyContact(customer, "phone", phone -> Person.phone(phone, copy));
        }
        request.path("parcels").forEach(parcel -> ((ObjectNode) parcel).remove("trackingCode"));
        return place(request);
    }

    private static void copyContact(ObjectNode customer, String name, UnaryOperator<String> copied) {
        if (customer.hasNonNull(name)) {
            customer.put(name, copied.apply(customer.path(name).asText()));
        }
    }

    private String freeNumber() {
        do {
            last++;
        } while (shop.find("O-" + last).isPresent());
        return "O-" + last;
    }

    private void requireKnownCustomer(Input order) {
        var customer = order.text("customerPaymentReference", null);
        if (customer != null && !stripe.knowsCustomer(customer)) {
            throw order.wrong("customerPaymentReference", "is no customer at Stripe");
        }
    }

    /** The placing of one order. */
    private final class Placing {

        private final Purchase purchase;
        private final ObjectNode order;
        private final Instant now;

        Placing(Purchase purchase, Instant now) {
            this.purchase = purchase;
            this.order = purchase.order();
            this.now = now;
        }

        ObjectNode place(List<ParcelPlan> parcels, List<PaymentPlan> payments, JsonNode request) {
            purchase.lines().forEach(line -> stock.accept(line.sku()));
            parcels.forEach(this::send);
            pay(payments);
            order.put("_about", "Made by hand");
            order.set("_request", request);
            shop.keep(order);
            return order;
        }

        private void send(ParcelPlan parcel) {
            var address = order.path("deliveryAddress");
            var code = parcel.code() == null ? parcel.fate().code(Ids.digits()) : parcel.code();
            carriers.register(
                    code,
                    parcel.carrier(),
                    parcel.fate(),
                    parcel.shippedAt(),
                    parcel.decidedAt(),
                    Json.text(address, "city"),
                    Json.text(address, "zip"),
                    parcel.fate() == ParcelFate.SIGNED_FOR ? Json.text(address, "name") : null);
            if (!parcel.listed()) {
                order.withArray("/shipments")
                        .add(Json.object(
                                "trackingCode",
                                code,
                                "carrier",
                                parcel.carrier(),
                                "shippedAt",
                                parcel.shippedAt().toString(),
                                "items",
                                parcel.items(),
                                "size",
                                null,
                                "deliveredAt",
                                parcel.isDelivered() ? parcel.decidedAt().toString() : null));
            }
        }

        private void pay(List<PaymentPlan> payments) {
            boolean subscribes = !Subscribing.recurring(purchase).isEmpty();
            if (subscribes || payments.stream().anyMatch(PaymentPlan::isAtStripe)) {
                becomeCustomer();
            }
            var subscribing =
                    subscribes ? new Subscribing(stripe.subscriptions(), purchase, now, this::chargeOfLine) : null;
            var unlisted = new ArrayList<ObjectNode>();
            for (var payment : payments) {
                var told = told(payment, pay(payment, subscribing));
                if (payment.listed()) {
                    order.withArray("/payments").add(told);
                } else {
                    unlisted.add(told);
                }
            }
            order.set("_unlisted", Json.array(unlisted));
        }

        private String pay(PaymentPlan payment, Subscribing subscribing) {
            if (!payment.isAtStripe()) {
                return held(payment);
            }
            var intent = subscribing == null
                    ? stripe.pay(checkout(payment))
                    : subscribing.charge(payment).orElseGet(() -> stripe.pay(checkout(payment)));
            if (payment.refunded().signum() > 0) {
                stripe.refundByHand(intent, payment.refunded());
            }
            return intent;
        }

        private String held(PaymentPlan payment) {
            var reference = shop.hold(purchase.number(), payment.amount(), payment.currency(), payment.refundsEnd());
            if (payment.refunded().signum() > 0) {
                shop.refundByHand(shop.payment(reference).orElseThrow(), payment.refunded());
            }
            return reference;
        }

        private void becomeCustomer() {
            if (!order.hasNonNull("customerPaymentReference")) {
                var customer = order.path("customer");
                order.put(
                        "customerPaymentReference",
                        stripe.customer(
                                Json.text(customer, "name"),
                                Json.text(customer, "email"),
                                Json.text(customer, "phone"),
                                Json.text(customer, "locale"),
                                purchase.placedOn()));
            }
        }

        private Sale checkout(PaymentPlan payment) {
            return sale(
                    payment.amount(),
                    payment.currency(),
                    CARDS.get(payment.refundsEnd()),
                    "Order " + purchase.number(),
                    Json.object("order_number", purchase.number()),
                    payment.at());
        }

        private Sale chargeOfLine(Line line, BigDecimal amount) {
            return sale(
                    amount,
                    purchase.currency(),
                    CARDS.get("succeeded"),
                    line.description() == null ? line.sku() : line.description(),
                    Json.object("order_number", purchase.number(), "order_line", String.valueOf(line.line())),
                    purchase.placedOn());
        }

        private Sale sale(
                BigDecimal amount, String currency, String card, String description, ObjectNode metadata, Instant at) {
            return new Sale(
                    Json.text(order, "customerPaymentReference"),
                    Json.text(order.path("customer"), "name"),
                    Json.text(order.path("customer"), "email"),
                    MinorUnits.of(amount, currency),
                    currency.toLowerCase(Locale.ROOT),
                    card,
                    description,
                    metadata,
                    at.getEpochSecond());
        }

        private static ObjectNode told(PaymentPlan payment, String reference) {
            return Json.object(
                    "reference", reference,
                    "provider", payment.provider(),
                    "amount", Amounts.text(payment.amount(), payment.currency()),
                    "currency", payment.currency(),
                    "paidAt", payment.at().toString());
        }
    }
}
