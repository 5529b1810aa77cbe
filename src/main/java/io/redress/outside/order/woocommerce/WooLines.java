package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The lines of an order at the price that was paid for each piece. Refunds change nothing here, so that a line keeps
 * its number; they are in {@link WooGivenBack}.
 */
final class WooLines {

    private final CurrencyUnit currency;
    private final WooTaxes taxes;
    private final List<Order.Line> all = new ArrayList<>();
    private final Map<Long, List<Order.Line>> ofItem = new HashMap<>();

    private WooLines(CurrencyUnit currency, WooTaxes taxes) {
        this.currency = currency;
        this.taxes = taxes;
    }

    static WooLines of(WooOrder order, CurrencyUnit currency, WooTaxes taxes) {
        WooLines lines = new WooLines(currency, taxes);
        order.lineItems().forEach(lines::spread);
        return lines;
    }

    List<Order.Line> all() {
        return all;
    }

    /** The lines that WooCommerce's line became; empty where the order has no such line. */
    List<Order.Line> ofItem(long id) {
        return ofItem.getOrDefault(id, List.of());
    }

    /** Where the amount does not divide evenly, some pieces cost one cent more, so that the sum is what was paid. */
    private void spread(WooOrder.Line line) {
        if (line.quantity() > 0) {
            Money gross = Money.of(currency, line.gross().max(BigDecimal.ZERO), RoundingMode.HALF_UP);
            Money price = gross.dividedBy(line.quantity(), RoundingMode.DOWN);
            int dearer = gross.minus(price.multipliedBy(line.quantity())).getAmountMinorInt();
            add(line, line.quantity() - dearer, price);
            add(line, dearer, price.plusMinor(1));
        }
    }

    private void add(WooOrder.Line line, int quantity, Money price) {
        if (quantity > 0) {
            Order.Line added = new Order.Line(
                    all.size() + 1,
                    line.article(),
                    line.name(),
                    quantity,
                    price,
                    null,
                    false,
                    taxes.rate(line.taxes()));
            all.add(added);
            ofItem.computeIfAbsent(line.id(), id -> new ArrayList<>()).add(added);
        }
    }
}
