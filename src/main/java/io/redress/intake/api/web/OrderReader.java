package io.redress.intake.api.web;

import io.redress.complaint.file.AffectedItem;
import io.redress.core.http.JsonFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** The reader of the order facts that come with a complaint, and of what in the complaint refers to its lines. */
final class OrderReader {

    /** The fields that an order may have. */
    static final Set<String> FIELDS = Set.of(
            "number",
            "placedOn",
            "currency",
            "total",
            "deliveryFee",
            "deliveryTaxRate",
            "fees",
            "paymentReference",
            "trackingCode",
            "items",
            "shipments");

    private static final Set<String> LINE =
            Set.of("line", "sku", "description", "quantity", "unitPrice", "serialNumber", "taxRate");
    private static final Set<String> FEE = Set.of("name", "amount", "taxRate");
    private static final Set<String> SHIPMENT = Set.of("trackingCode", "items");
    private static final Set<String> ITEM = Set.of("line", "sku", "quantity");

    private static final int MOST_DECIMALS = 3;
    private static final int MOST_LISTED = 20;

    private OrderReader() {}

    /** @return the article of each line, by the line's number; empty where the order tells no lines */
    static Map<Integer, String> check(JsonFields order) {
        order.instant("placedOn");
        int decimals = decimals(order);
        order.amount("total", decimals);
        order.amount("deliveryFee", decimals);
        order.rate("deliveryTaxRate");
        order.list("fees", FEE, fee -> checkFee(fee, decimals));
        Map<Integer, String> lines = lines(order, decimals);
        order.list("shipments", SHIPMENT, shipment -> {
            requireText(shipment, "trackingCode", 100);
            return items(shipment, "items", lines);
        });
        return lines;
    }

    private static String checkFee(JsonFields fee, int decimals) {
        fee.rate("taxRate");
        if (fee.amount("amount", decimals) == null && !fee.isRefused("amount")) {
            fee.refuse("amount", "Is missing.");
        }
        return requireText(fee, "name", 200);
    }

    private record NumberedLine(JsonFields fields, Integer number, String sku) {}

    /** A line without a number has that of its place. */
    private static Map<Integer, String> lines(JsonFields order, int decimals) {
        List<NumberedLine> told = order.list("items", LINE, line -> {
            line.quantity("quantity");
            line.text("description", 1_000);
            line.text("serialNumber", 100);
            line.amount("unitPrice", decimals);
            line.rate("taxRate");
            return new NumberedLine(line, line.line("line"), requireText(line, "sku", 100));
        });
        Map<Integer, String> lines = new HashMap<>();
        for (int place = 1; place <= told.size(); place++) {
            NumberedLine line = told.get(place - 1);
            int number = line.number() == null ? place : line.number();
            if (lines.put(number, Objects.requireNonNullElse(line.sku(), "")) != null) {
                line.fields().refuse("line", "Another line of the order has this number.");
            }
        }
        return lines;
    }

    private static int decimals(JsonFields order) {
        String code = order.text("currency", 10);
        if (code == null) {
            return MOST_DECIMALS;
        }
        try {
            return CurrencyUnit.of(code).getDecimalPlaces();
        } catch (IllegalCurrencyException unknown) {
            order.refuse("currency", "Must be an ISO 4217 currency such as EUR.");
            return MOST_DECIMALS;
        }
    }

    /** @param lines the articles of the order's lines; where there are none, what is named cannot be compared */
    static List<AffectedItem> items(JsonFields fields, String name, Map<Integer, String> lines) {
        return fields.list(name, ITEM, item -> {
            Integer quantity = item.quantity("quantity");
            Integer line = item.line("line");
            String sku = requireText(item, "sku", 100);
            if (line != null && !lines.isEmpty() && !lines.containsKey(line)) {
                item.refuse("line", "The order has no line %d.".formatted(line));
            } else if (line != null
                    && sku != null
                    && !lines.getOrDefault(line, sku).equals(sku)) {
                item.refuse("sku", "Line %d of the order is %s.".formatted(line, lines.get(line)));
            } else if (line == null && sku != null && !lines.isEmpty() && !lines.containsValue(sku)) {
                item.refuse("sku", "The order has no article %s; it has %s.".formatted(sku, articles(lines)));
            }
            return new AffectedItem(line, sku, quantity == null ? 1 : quantity);
        });
    }

    private static String articles(Map<Integer, String> lines) {
        String listed = lines.values().stream()
                .filter(sku -> !sku.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST_LISTED)
                .collect(Collectors.joining(", "));
        return lines.size() > MOST_LISTED ? listed + " and others" : listed;
    }

    private static String requireText(JsonFields fields, String name, int longest) {
        String text = fields.text(name, longest);
        if (text == null && !fields.isRefused(name)) {
            fields.refuse(name, "Is missing.");
        }
        return text;
    }
}
