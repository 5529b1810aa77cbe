package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lists of an order of one's own that only the shop tells, whatever carriers and payment providers know of them. */
final class ToldByShop {

    private ToldByShop() {}

    static List<ObjectNode> shipments(Input order, Instant placedOn, Instant now) {
        var shipments = new ArrayList<ObjectNode>();
        for (var shipment : order.objects("shipments")) {
            shipment.only("trackingCode", "carrier", "shippedAt", "items", "size", "deliveredAt");
            shipments.add(Json.object(
                    "trackingCode", shipment.required("trackingCode"),
                    "carrier", shipment.text("carrier", null),
                    "shippedAt",
                            Purchase.past(shipment, "shippedAt", placedOn, now).toString(),
                    "items", items(shipment),
                    "size", size(shipment),
                    "deliveredAt",
                            shipment.has("deliveredAt")
                                    ? Purchase.past(shipment, "deliveredAt", null, now)
                                            .toString()
                                    : null));
        }
        return shipments;
    }

    private static List<ObjectNode> items(Input shipment) {
        var items = new ArrayList<ObjectNode>();
        for (var item : shipment.objects("items")) {
            item.only("line", "sku", "quantity");
            var complete =
                    Json.object("sku", item.required("sku"), "quantity", item.number("quantity", 1, 1_000_000, 1));
            if (item.has("line")) {
                complete.put("line", item.number("line", 1, 1_000_000, null));
            }
            items.add(complete);
        }
        return items;
    }

    private static ObjectNode size(Input shipment) {
        if (!shipment.has("size")) {
            return null;
        }
        var size = shipment.object("size").only("weightGrams", "lengthMm", "widthMm", "heightMm");
        var complete = Json.object();
        for (var measure : List.of("weightGrams", "lengthMm", "widthMm", "heightMm")) {
            complete.put(measure, size.number(measure, 1, 1_000_000, null));
        }
        return complete;
    }

    /** Payments that only the shop says there are: no provider is told of them. */
    static List<ObjectNode> payments(Input order, String currency, Instant placedOn, Instant now) {
        var payments = new ArrayList<ObjectNode>();
        for (var payment : order.objects("payments")) {
            payment.only("reference", "provider", "amount", "currency", "paidAt");
            var paidIn = payment.currency("currency", currency);
            payments.add(Json.object(
                    "reference", payment.required("reference"),
                    "provider", payment.required("provider"),
                    "amount", Amounts.text(payment.amount("amount", paidIn, null), paidIn),
                    "currency", paidIn,
                    "paidAt", Purchase.past(payment, "paidAt", placedOn, now).toString()));
        }
        return payments;
    }

    static List<ObjectNode> repairs(Input order, Instant now) {
        var repairs = new ArrayList<ObjectNode>();
        for (var repair : order.objects("repairs")) {
            repair.only("sku", "serialNumber", "repairedAt", "description", "handledBy");
            repairs.add(Json.object(
                    "sku", repair.required("sku"),
                    "serialNumber", repair.text("serialNumber", null),
                    "repairedAt", Purchase.past(repair, "repairedAt", null, now).toString(),
                    "description", repair.text("description", null),
                    "handledBy", repair.text("handledBy", null)));
        }
        return repairs;
    }
}
