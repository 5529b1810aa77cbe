package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.shop.ShopService;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.stripe.MinorUnits;
import io.redress.sandbox.stripe.StripeDesk;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Fills shop, payment provider and carriers with orders that fit together, and copies them on demand. */
public final class World {

    private static final Set<ParcelFate> DELIVERED = Set.of(ParcelFate.DELIVERED, ParcelFate.SIGNED_FOR);

    private static final int PLENTY = 100_000;
    private static final String SOLD_OUT = "LAMP-BRASS-LTD";

    private final Recipes recipes = new Recipes();
    private final ShopService shop;
    private final StripeDesk stripe;
    private final Parcels carriers;
    private final Clock clock;
    private final OwnOrders own;
    private int copies;

    public World(ShopService shop, StripeDesk stripe, Parcels carriers, Clock clock) {
        this.shop = shop;
        this.stripe = stripe;
        this.carriers = carriers;
        this.clock = clock;
        this.own = new OwnOrders(shop, stripe, carriers, clock, this::stock);
    }

    /** Makes up every order that is not there yet; a half-filled world of a killed start is completed. */
    public void open() {
        recipes.byNumber().forEach((number, recipe) -> {
            if (find(number).isEmpty()) {
                place(recipe.get(), number, number, 0);
            }
        });
        copies = shop.orders().stream()
                .mapToInt(order -> order.path("_copy").asInt())
                .max()
                .orElse(0);
    }

    /**
     * Places an order of one's own.
     *
     * @param request {@code {order, parcels, payments}}, each of which may be missing but the order's lines
     * @return the new order
     * @throws io.redress.sandbox.state.InvalidField where something is not as it should be; nothing was done then
     * @throws NumberTaken where there is such an order
     */
    public synchronized ObjectNode place(JsonNode request) {
        return own.place(request);
    }

    /**
     * Places the like of an order anew: own number, customer address, payments, tracking codes and serial numbers.
     *
     * @param like the number of an original or of a copy
     * @return the new order, or empty where there is no such order
     */
    public synchronized Optional<ObjectNode> copy(String like) {
        return find(like).map(original -> {
            copies++;
            if (original.has("_request")) {
                return own.copy(original, copies);
            }
            var recipe = original.path("_recipe").asText();
            return place(recipes.byNumber().get(recipe).get(), recipe, recipe + "-" + copies, copies);
        });
    }

    /** The order of that number. */
    public Optional<ObjectNode> find(String number) {
        return shop.find(number);
    }

    /** A subscription that was ordered has been charged again: the shop hears of it. */
    public void charged(ObjectNode subscription, ObjectNode intent) {
        var currency = intent.path("currency").asText();
        shop.paid(
                subscription.at("/metadata/order_number").asText(),
                Json.object(
                        "reference", intent.path("id"),
                        "provider", "stripe",
                        "amount", MinorUnits.text(intent.path("amount").asLong(), currency),
                        "currency", currency.toUpperCase(Locale.ROOT),
                        "paidAt",
                                Instant.ofEpochSecond(intent.path("created").asLong())
                                        .toString()));
    }

    private ObjectNode place(Draft draft, String recipe, String number, int copy) {
        var person = draft.person.copy(copy);
        var placed = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(draft.daysAgo, ChronoUnit.DAYS);
        draft.items.forEach(item -> stock(item.sku()));
        var paying = new Paying(stripe, draft, person, number, placed);
        var payments = paying.payments();
        var order = Json.object(
                "number",
                number,
                "placedOn",
                placed.toString(),
                "currency",
                draft.currency,
                "total",
                Amounts.text(draft.total(), draft.currency),
                "deliveryFee",
                Amounts.text(draft.deliveryFee, draft.currency),
                "salesChannel",
                draft.salesChannel,
                "paymentMethod",
                draft.paymentMethod,
                "gift",
                draft.gift,
                "businessCustomer",
                draft.business,
                "customer",
                Json.object(
                        "reference", "K-" + number,
                        "name", person.name(),
                        "email", person.email(),
                        "phone", person.phone(),
                        "locale", person.locale(),
                        "timeZone", person.timeZone()),
                "deliveryAddress",
                person.address(),
                "items",
                items(draft, copy),
                "shipments",
                shipments(draft, person, placed),
                "payments",
                payments,
                "_unlisted",
                paying.unlisted(),
                "customerPaymentReference",
                paying.customer(),
                "repairs",
                repairs(draft, copy),
                "_about",
                draft.about,
                "_recipe",
                recipe,
                "_copy",
                copy);
        shop.keep(order);
        return order;
    }

    private void stock(String sku) {
        if (shop.stock(sku) == 0 && !sku.equals(SOLD_OUT)) {
            shop.stock(sku, PLENTY);
        }
    }

    private static List<ObjectNode> items(Draft draft, int copy) {
        return IntStream.range(0, draft.items.size())
                .mapToObj(i -> {
                    var item = draft.items.get(i);
                    return Json.object(
                            "line", i + 1,
                            "sku", item.sku(),
                            "description", item.description(),
                            "quantity", item.quantity(),
                            "unitPrice", Amounts.text(item.price(), draft.currency),
                            "serialNumber", serial(item.serial(), copy),
                            "recurring", item.recurring(),
                            "taxRate", taxRate(draft.currency));
                })
                .toList();
    }

    /** The usual rate where the currency is at home; prices in dollars are told without one. */
    private static String taxRate(String currency) {
        return switch (currency) {
            case "EUR" -> "19.00";
            case "GBP" -> "20.00";
            default -> null;
        };
    }

    private List<ObjectNode> shipments(Draft draft, Person person, Instant placed) {
        var shipped = placed.plus(1, ChronoUnit.DAYS);
        var shipments = new ArrayList<ObjectNode>();
        for (var parcel : draft.parcels) {
            var inside = IntStream.range(0, draft.items.size())
                    .filter(i -> parcel.skus().contains(draft.items.get(i).sku()))
                    .mapToObj(i -> Json.object(
                            "line", i + 1,
                            "sku", draft.items.get(i).sku(),
                            "quantity", draft.items.get(i).quantity()))
                    .toList();
            var signer = parcel.fate() == ParcelFate.SIGNED_FOR ? person.name() : null;
            var code = carriers.dispatch(parcel.carrier(), parcel.fate(), shipped, person.city(), person.zip(), signer);
            var size = draft.weightGrams == 0
                    ? null
                    : Json.object("weightGrams", draft.weightGrams, "lengthMm", 1_250, "widthMm", 160, "heightMm", 800);
            shipments.add(Json.object(
                    "trackingCode",
                    code,
                    "carrier",
                    parcel.carrier(),
                    "shippedAt",
                    shipped.toString(),
                    "items",
                    inside,
                    "size",
                    size,
                    "deliveredAt",
                    DELIVERED.contains(parcel.fate())
                            ? shipped.plus(2, ChronoUnit.DAYS).toString()
                            : null));
        }
        return shipments;
    }

    private List<ObjectNode> repairs(Draft draft, int copy) {
        return draft.repairs.stream()
                .map(repair -> Json.object(
                        "sku", repair.sku(),
                        "serialNumber", serial(serialOf(draft, repair.sku()), copy),
                        "repairedAt",
                                clock.instant()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .minus(repair.daysAgo(), ChronoUnit.DAYS)
                                        .toString(),
                        "description", repair.description(),
                        "handledBy", repair.handledBy()))
                .toList();
    }

    private static String serialOf(Draft draft, String sku) {
        return draft.items.stream()
                .filter(item -> item.sku().equals(sku))
                .map(Draft.Item::serial)
                .findFirst()
                .orElse(null);
    }

    private static String serial(String serial, int copy) {
        return serial == null || copy == 0 ? serial : serial + "-" + copy;
    }
}
