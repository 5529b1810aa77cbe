package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.shop.ShopService;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.stripe.StripeDesk;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Orders of one's own: everything is checked before shop, payment provider or carrier is told of any of it. */
final class OwnOrders {

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
        purchase.lines().forEach(line -> stock.accept(line.sku()));
        var order = new Placing(shop, stripe, carriers, purchase, now).place(parcels, payments);
        order.set("_request", body);
        shop.keep(order);
        return order;
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
        var placed = place(request).put("_copy", copy);
        shop.keep(placed);
        return placed;
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
}
