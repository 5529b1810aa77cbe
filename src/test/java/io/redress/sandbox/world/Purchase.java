package io.redress.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.state.Amounts;
import io.redress.sandbox.state.Input;
import io.redress.sandbox.state.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An order of one's own as it was asked for, in the words of the shop's contract: checked, and completed with what is
 * usual. It comes with the parcels and payments that its own lists name; what carriers and payment providers have to
 * know of it is the matter of {@link ParcelPlan} and {@link PaymentPlan}.
 */
record Purchase(ObjectNode order, String currency, Instant placedOn, List<Line> lines) {

    /** A line: what is charged for one piece, and whether it is charged every month. */
    record Line(int line, String sku, String description, int quantity, BigDecimal unitPrice, boolean recurring) {}

    static final String USUAL_CURRENCY = "EUR";

    private static final Duration USUAL_AGE = Duration.ofDays(9);

    /** @param number what the order is called where it brings no number of its own */
    static Purchase read(Input order, String number, Instant now) {
        order.only(
                "number",
                "placedOn",
                "currency",
                "total",
                "deliveryFee",
                "deliveryTaxRate",
                "fees",
                "salesChannel",
                "paymentMethod",
                "gift",
                "businessCustomer",
                "customer",
                "deliveryAddress",
                "items",
                "shipments",
                "payments",
                "customerPaymentReference",
                "repairs");
        var currency = order.currency("currency", USUAL_CURRENCY);
        var placedOn = past(order, "placedOn", now.minus(USUAL_AGE), now);
        var lines = lines(order, currency);
        var items = items(order, lines, currency);
        var fees = fees(order, currency);
        var deliveryFee = order.amount("deliveryFee", currency, BigDecimal.ZERO);
        var customer = customer(order, number);
        var complete = Json.object(
                "number", order.text("number", number),
                "placedOn", placedOn.toString(),
                "currency", currency,
                "total",
                        Amounts.text(
                                order.amount(
                                        "total", currency, total(lines, fees).add(deliveryFee)),
                                currency),
                "deliveryFee", Amounts.text(deliveryFee, currency),
                "salesChannel", order.choice("salesChannel", Set.of("shop", "marketplace"), "shop"),
                "paymentMethod",
                        order.choice("paymentMethod", Set.of("card", "online", "cash_on_delivery", "invoice"), "card"),
                "gift", order.flag("gift", false),
                "businessCustomer", order.flag("businessCustomer", false),
                "customer", customer,
                "deliveryAddress", address(order, number, customer.path("name").asText()),
                "items", items,
                "shipments", ToldByShop.shipments(order, placedOn, now),
                "payments", ToldByShop.payments(order, currency, placedOn, now),
                "customerPaymentReference", order.text("customerPaymentReference", null),
                "repairs", ToldByShop.repairs(order, now));
        if (order.has("fees")) {
            complete.set("fees", fees);
        }
        if (order.has("deliveryTaxRate")) {
            complete.put("deliveryTaxRate", order.rate("deliveryTaxRate"));
        }
        return new Purchase(complete, currency, placedOn, lines);
    }

    String number() {
        return order.path("number").asText();
    }

    BigDecimal total() {
        return new BigDecimal(order.path("total").asText());
    }

    /** The line of that number, or null. */
    Line line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst().orElse(null);
    }

    /** A time that has come already. */
    static Instant past(Input input, String name, Instant otherwise, Instant now) {
        var time = input.time(name, otherwise);
        if (time.isAfter(now)) {
            throw input.wrong(name, "must not lie in the future; the sandbox's clock says " + now);
        }
        return time;
    }

    private static List<Line> lines(Input order, String currency) {
        var lines = new ArrayList<Line>();
        var numbers = new HashSet<Integer>();
        for (var item : order.objects("items")) {
            item.only("line", "sku", "description", "quantity", "unitPrice", "serialNumber", "recurring", "taxRate");
            int number = item.number("line", 1, 1_000_000, lines.size() + 1);
            if (!numbers.add(number)) {
                throw item.wrong("line", "is there twice");
            }
            lines.add(new Line(
                    number,
                    item.required("sku"),
                    item.text("description", null),
                    item.number("quantity", 1, 1_000_000, 1),
                    item.amount("unitPrice", currency, null),
                    item.flag("recurring", false)));
        }
        if (lines.isEmpty()) {
            throw order.wrong("items", "must have at least one line");
        }
        return lines;
    }

    private static List<ObjectNode> items(Input order, List<Line> lines, String currency) {
        var items = new ArrayList<ObjectNode>();
        for (var item : order.objects("items")) {
            var line = lines.get(items.size());
            items.add(Json.object(
                    "line", line.line(),
                    "sku", line.sku(),
                    "description", line.description(),
                    "quantity", line.quantity(),
                    "unitPrice", Amounts.text(line.unitPrice(), currency),
                    "serialNumber", item.text("serialNumber", null),
                    "recurring", line.recurring(),
                    "taxRate", item.rate("taxRate")));
        }
        return items;
    }

    private static JsonNode fees(Input order, String currency) {
        var fees = new ArrayList<ObjectNode>();
        for (var fee : order.objects("fees")) {
            fee.only("name", "amount", "taxRate");
            var complete = Json.object(
                    "name", fee.required("name"),
                    "amount", Amounts.text(fee.amount("amount", currency, null), currency));
            if (fee.has("taxRate")) {
                complete.put("taxRate", fee.rate("taxRate"));
            }
            fees.add(complete);
        }
        return Json.array(fees);
    }

    private static BigDecimal total(List<Line> lines, JsonNode fees) {
        var total = lines.stream()
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var fee : fees) {
            total = total.add(new BigDecimal(fee.path("amount").asText()));
        }
        return total;
    }

    /** Whoever is named is taken as told; where nobody is, it is somebody with mail and phone. */
    private static ObjectNode customer(Input order, String number) {
        var customer =
                order.object("customer").only("reference", "name", "email", "phone", "locale", "timeZone", "tier");
        boolean told = order.has("customer");
        var usual = "customer+" + number.toLowerCase(Locale.ROOT) + "@example.com";
        return Json.object(
                "reference", customer.text("reference", "K-" + number),
                "name", customer.text("name", "Robin Beispiel"),
                "email", customer.text("email", told ? null : usual),
                "phone", customer.text("phone", told ? null : phone(number)),
                "locale", customer.text("locale", told ? null : "en-DE"),
                "timeZone", customer.text("timeZone", told ? null : "Europe/Berlin"),
                "tier", customer.text("tier", null));
    }

    /** A number of its own, so that two orders are not taken for those of one customer. */
    private static String phone(String number) {
        return "+49 30 555%05d".formatted(Math.floorMod(number.hashCode(), 100_000));
    }

    /** Of its own where none is told, so that one order's parcels are not another's at the same door. */
    private static ObjectNode address(Input order, String number, String name) {
        var address = order.object("deliveryAddress")
                .only("name", "street1", "street2", "city", "state", "zip", "country", "phone");
        boolean told = order.has("deliveryAddress");
        return Json.object(
                "name", address.text("name", name),
                "street1", address.text("street1", "Beispielweg " + number),
                "street2", address.text("street2", null),
                "city", address.text("city", "Hamburg"),
                "state", address.text("state", null),
                "zip", address.text("zip", told ? null : "20095"),
                "country", address.text("country", "DE"),
                "phone", address.text("phone", null));
    }
}
