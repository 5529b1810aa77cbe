package io.redress.intake.api.web;

import io.redress.core.money.AmountAsSent;
import io.redress.core.money.RateAsSent;
import io.redress.core.money.SystemAmount;
import io.redress.core.money.UnreadableAmount;
import io.redress.core.request.Faults;
import io.redress.intake.api.web.ComplaintRequest.FeePart;
import io.redress.intake.api.web.ComplaintRequest.ItemPart;
import io.redress.intake.api.web.ComplaintRequest.LinePart;
import io.redress.intake.api.web.ComplaintRequest.OrderPart;
import io.redress.intake.api.web.ComplaintRequest.ShipmentPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** What hangs together in the facts of an order: amounts with its currency, and what refers to its lines. */
final class OrderCheck {

    private static final int MOST_DECIMALS = 3;
    private static final int MOST_LISTED = 20;

    private final Faults faults;
    private final int decimals;

    private OrderCheck(Faults faults, int decimals) {
        this.faults = faults;
        this.decimals = decimals;
    }

    /** @return the article of each line, by the line's number; empty where the order tells no lines */
    static Map<Integer, String> check(String field, OrderPart order, Faults faults) {
        return new OrderCheck(faults, decimals(field, order, faults)).check(field, order);
    }

    private Map<Integer, String> check(String field, OrderPart order) {
        amount(field + ".total", order.total());
        amount(field + ".deliveryFee", order.deliveryFee());
        rate(field + ".deliveryTaxRate", order.deliveryTaxRate());
        List<FeePart> fees = listed(order.fees());
        for (int i = 0; i < fees.size(); i++) {
            String fee = field + ".fees[" + i + "]";
            if (fees.get(i) != null) {
                rate(fee + ".taxRate", fees.get(i).taxRate());
                amount(fee + ".amount", fees.get(i).amount());
            }
        }
        Map<Integer, String> lines = lines(field, listed(order.items()));
        List<ShipmentPart> shipments = listed(order.shipments());
        for (int i = 0; i < shipments.size(); i++) {
            if (shipments.get(i) != null) {
                checkItems(
                        field + ".shipments[" + i + "].items", shipments.get(i).items(), lines, faults);
            }
        }
        return lines;
    }

    /** A line without a number has that of its place. */
    private Map<Integer, String> lines(String field, List<LinePart> told) {
        Map<Integer, String> lines = new HashMap<>();
        for (int place = 1; place <= told.size(); place++) {
            String at = field + ".items[" + (place - 1) + "]";
            LinePart line = told.get(place - 1);
            if (line != null) {
                amount(at + ".unitPrice", line.unitPrice());
                rate(at + ".taxRate", line.taxRate());
                int number = line.line() == null ? place : line.line();
                if (lines.put(number, Objects.requireNonNullElse(line.sku(), "")) != null) {
                    faults.refuse(at + ".line", "Another line of the order has this number.");
                }
            }
        }
        return lines;
    }

    private static int decimals(String field, OrderPart order, Faults faults) {
        if (order.currency() == null || faults.isRefused(field + ".currency")) {
            return MOST_DECIMALS;
        }
        try {
            return CurrencyUnit.of(order.currency()).getDecimalPlaces();
        } catch (IllegalCurrencyException unknown) {
            faults.refuse(field + ".currency", ComplaintRequest.CURRENCY_EXPECTED);
            return MOST_DECIMALS;
        }
    }

    private void amount(String field, AmountAsSent amount) {
        if (amount == null) {
            return;
        }
        try {
            if (SystemAmount.read(amount.text()).stripTrailingZeros().scale() > decimals) {
                faults.refuse(field, "Must have at most %d decimals.".formatted(decimals));
            }
        } catch (UnreadableAmount unreadable) {
            faults.refuse(field, unreadable.getMessage());
        }
    }

    private void rate(String field, RateAsSent rate) {
        if (rate != null && !rate.isRate()) {
            faults.refuse(field, "Must be a tax rate in percent such as \"19.00\".");
        }
    }

    /** @param lines the articles of the order's lines; where there are none, what is named cannot be compared */
    static void checkItems(String field, List<ItemPart> items, Map<Integer, String> lines, Faults faults) {
        for (int i = 0; i < listed(items).size(); i++) {
            if (items.get(i) != null && !lines.isEmpty()) {
                checkItem(field + "[" + i + "]", items.get(i), lines, faults);
            }
        }
    }

    private static void checkItem(String field, ItemPart item, Map<Integer, String> lines, Faults faults) {
        Integer line = item.line();
        String sku = item.sku();
        if (line != null && !lines.containsKey(line)) {
            faults.refuse(field + ".line", "The order has no line %d.".formatted(line));
        } else if (line != null && sku != null && !lines.get(line).equals(sku)) {
            faults.refuse(field + ".sku", "Line %d of the order is %s.".formatted(line, lines.get(line)));
        } else if (line == null && sku != null && !lines.containsValue(sku)) {
            faults.refuse(field + ".sku", "The order has no article %s; it has %s.".formatted(sku, articles(lines)));
        }
    }

    private static <T> List<T> listed(List<T> some) {
        return some == null ? List.of() : some;
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
}
