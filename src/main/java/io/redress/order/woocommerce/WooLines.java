package io.redress.order.woocommerce;

import io.redress.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The lines of an order at the price that was paid and not given back for each piece. */
final class WooLines {

    private static final String REFUNDED_LINE = "_refunded_item_id";

    private final CurrencyUnit currency;
    private final Map<String, List<WooOrder.Line>> refunded;
    private final List<Order.Line> lines = new ArrayList<>();

    private WooLines(CurrencyUnit currency, List<WooOrder.Refund> refunds) {
        this.currency = currency;
        this.refunded = refunds.stream()
                .filter(refund -> refund.lineItems() != null)
                .flatMap(refund -> refund.lineItems().stream())
                .collect(Collectors.groupingBy(line -> WooOrder.meta(line.metaData(), REFUNDED_LINE)
                        .map(id -> id.asText())
                        .orElse("")));
    }

    /** @param refunds with their lines; one without lines is known to the payment provider only */
    static List<Order.Line> of(WooOrder order, CurrencyUnit currency, List<WooOrder.Refund> refunds) {
        WooLines lines = new WooLines(currency, refunds);
        order.lineItems().forEach(lines::add);
        return lines.lines;
    }

    private void add(WooOrder.Line line) {
        int quantity = line.quantity();
        BigDecimal gross = line.gross();
        for (WooOrder.Line back : refunded.getOrDefault(Long.toString(line.id()), List.of())) {
            quantity -= Math.abs(back.quantity());
            gross = gross.subtract(back.gross().abs());
        }
        if (quantity > 0) {
            spread(line, quantity, Money.of(currency, gross.max(BigDecimal.ZERO), RoundingMode.HALF_UP));
        }
    }

    /** What does not divide evenly makes some pieces one smallest coin dearer, so that the sum is what was paid. */
    private void spread(WooOrder.Line line, int quantity, Money gross) {
        Money price = gross.dividedBy(quantity, RoundingMode.DOWN);
        int dearer = gross.minus(price.multipliedBy(quantity)).getAmountMinorInt();
        add(line, quantity - dearer, price);
        add(line, dearer, price.plusMinor(1));
    }

    private void add(WooOrder.Line line, int quantity, Money price) {
        if (quantity > 0) {
            lines.add(new Order.Line(lines.size() + 1, line.article(), line.name(), quantity, price, null, false));
        }
    }
}
