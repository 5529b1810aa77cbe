package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.shop.ShopService;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.stripe.MinorUnits;
import io.redress.sandbox.stripe.Sale;
import io.redress.sandbox.stripe.StripeDesk;
import io.redress.sandbox.world.Purchase.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The placing of an order of one's own that was checked: what payment provider, carriers and shop are told of it. */
final class Placing {

    private static final Map<String, String> CARDS =
            Map.of("succeeded", "pm_card_visa", "failed", "pm_card_refundFail", "pending", "pm_card_pendingRefund");

    private final ShopService shop;
    private final StripeDesk stripe;
    private final Parcels carriers;
    private final Purchase purchase;
    private final ObjectNode order;
    private final Instant now;

    Placing(ShopService shop, StripeDesk stripe, Parcels carriers, Purchase purchase, Instant now) {
        this.shop = shop;
        this.stripe = stripe;
        this.carriers = carriers;
        this.purchase = purchase;
        this.order = purchase.order();
        this.now = now;
    }

    /** Tells all but the shop; the order is the shop's to keep. */
    ObjectNode place(List<ParcelPlan> parcels, List<PaymentPlan> payments) {
        parcels.forEach(this::send);
        pay(payments);
        order.put("_about", "Made by hand");
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
