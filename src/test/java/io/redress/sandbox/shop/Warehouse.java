package io.redress.sandbox.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.easypost.ParcelFate;
import io.redress.sandbox.easypost.Parcels;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.state.Records;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Stock and the orders to send something out of it. The same reference is never sent twice. */
final class Warehouse {

    static final String CARRIER = "DHLExpress";

    private final Records records;
    private final Parcels parcels;
    private final Clock clock;

    Warehouse(Records records, Parcels parcels, Clock clock) {
        this.records = records;
        this.parcels = parcels;
        this.clock = clock;
    }

    Optional<ObjectNode> byReference(String reference) {
        return records.all("fulfilment").stream()
                .filter(order -> order.path("reference").asText().equals(reference))
                .findFirst()
                .map(this::packedByNow);
    }

    /** From now on, what replaces something of this order is packed only an hour later. */
    void packLater(String orderNumber) {
        records.put("packed_later", orderNumber, Json.object("order", orderNumber));
    }

    private ObjectNode packedByNow(ObjectNode fulfilment) {
        boolean waits = fulfilment.path("status").asText().equals("accepted") && !fulfilment.hasNonNull("trackingCode");
        var readyAt = Instant.parse(fulfilment.path("createdAt").asText()).plus(1, ChronoUnit.HOURS);
        return waits && !readyAt.isAfter(clock.instant()) ? pack(fulfilment) : fulfilment;
    }

    private ObjectNode pack(ObjectNode fulfilment) {
        var address = fulfilment.path("deliveryAddress");
        fulfilment.put("carrier", CARRIER);
        fulfilment.put(
                "trackingCode",
                parcels.dispatch(
                        CARRIER,
                        ParcelFate.MOVING,
                        clock.instant(),
                        Json.text(address, "city"),
                        Json.text(address, "zip"),
                        null));
        return keep(fulfilment);
    }

    /** Reserves all items and hands the parcel to the carrier, or refuses the whole for want of one. */
    ObjectNode send(JsonNode request) {
        var order = check(request);
        var inStock = covered(request.path("items"));
        var address = order.path("deliveryAddress");
        var fulfilment = Json.object(
                "id", Ids.easypost("ful"),
                "reference", request.path("reference"),
                "caseNumber", Json.text(request, "caseNumber"),
                "orderNumber", request.path("orderNumber"),
                "items", request.path("items"),
                "price", request.path("price"),
                "currency", request.path("currency"),
                "deliveryAddress", address,
                "status", inStock ? "accepted" : "refused",
                "reason", inStock ? null : "out_of_stock",
                "trackingCode", null,
                "carrier", null,
                "createdAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        if (inStock) {
            book(request.path("items"), -1);
            addGift(request.path("gift"), fulfilment);
        }
        boolean later =
                records.find("packed_later", order.path("number").asText()).isPresent();
        return inStock && !later ? pack(fulfilment) : keep(fulfilment);
    }

    /** A gift goes along where there is one left; the rest does not wait for it. */
    private void addGift(JsonNode gift, ObjectNode fulfilment) {
        boolean included = gift.isObject() && covered(Json.array(List.of(gift)));
        if (included) {
            book(Json.array(List.of(gift)), -1);
        }
        fulfilment.set("gift", gift.isObject() ? gift : null);
        fulfilment.put("giftIncluded", included);
    }

    /** Stops a parcel that has not left for long; repeated without effect. */
    ObjectNode cancel(String id) {
        var fulfilment =
                records.find("fulfilment", id).orElseThrow(() -> new ShopError(404, "No fulfilment order " + id));
        if (fulfilment.path("status").asText().equals("cancelled")) {
            return fulfilment;
        }
        if (!fulfilment.path("status").asText().equals("accepted")
                || fulfilment.hasNonNull("trackingCode") && parcels.hasLeft(Json.text(fulfilment, "trackingCode"))) {
            throw new ShopError(409, "Fulfilment order " + id + " can no longer be cancelled");
        }
        book(fulfilment.path("items"), 1);
        return keep(fulfilment.put("status", "cancelled"));
    }

    void stock(String sku, int quantity) {
        records.put("stock", sku, Json.object("sku", sku, "quantity", quantity));
    }

    int stock(String sku) {
        return records.find("stock", sku)
                .map(entry -> entry.path("quantity").asInt())
                .orElse(0);
    }

    private ObjectNode check(JsonNode request) {
        for (var field : new String[] {"reference", "orderNumber", "price", "currency"}) {
            if (request.path(field).asText("").isBlank()) {
                throw new ShopError(422, field + " is missing");
            }
        }
        if (!request.path("items").isArray() || request.path("items").isEmpty()) {
            throw new ShopError(422, "items is missing");
        }
        request.path("items").forEach(item -> {
            if (item.path("sku").asText("").isBlank() || item.path("quantity").asInt() < 1) {
                throw new ShopError(422, "each item needs a sku and a positive quantity");
            }
        });
        if (new BigDecimal(request.path("price").asText()).signum() != 0) {
            throw new ShopError(422, "only zero-price orders are taken here");
        }
        var number = request.path("orderNumber").asText();
        return records.find("order", number).orElseThrow(() -> new ShopError(422, "No order " + number));
    }

    private boolean covered(JsonNode items) {
        for (var item : items) {
            if (stock(item.path("sku").asText()) < item.path("quantity").asInt()) {
                return false;
            }
        }
        return true;
    }

    private void book(JsonNode items, int sign) {
        items.forEach(item -> {
            var sku = item.path("sku").asText();
            stock(sku, stock(sku) + sign * item.path("quantity").asInt());
        });
    }

    private ObjectNode keep(ObjectNode fulfilment) {
        records.put("fulfilment", fulfilment.path("id").asText(), fulfilment);
        return fulfilment;
    }
}
