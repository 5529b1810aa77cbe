package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Order;
import io.redress.outside.order.Order.GivenBack;
import io.redress.outside.order.Order.GivenBack.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The parts of an order that the shop refunded through WooCommerce, each once; refunds that Redress asked for are left
 * out.
 */
final class WooGivenBack {

    private static final String REFUNDED_ITEM = "_refunded_item_id";

    private final CurrencyUnit currency;
    private final WooLines lines;
    private final Map<Long, String> feeNames;
    private final boolean listedWithPayment;
    private final Map<Integer, Left> left = new HashMap<>();
    private final List<GivenBack> all = new ArrayList<>();

    /** What of a line was not given back yet. */
    private record Left(int pieces, Money money) {}

    private WooGivenBack(CurrencyUnit currency, WooLines lines, Map<Long, String> feeNames, boolean listedWithPayment) {
        this.currency = currency;
        this.lines = lines;
        this.feeNames = feeNames;
        this.listedWithPayment = listedWithPayment;
        lines.all()
                .forEach(line -> left.put(
                        line.line(), new Left(line.quantity(), line.unitPrice().multipliedBy(line.quantity()))));
    }

    /**
     * @param refunds with their parts
     * @param listedWithPayment whether WooCommerce itself tells what was refunded of the payment, those made by hand
     *     too
     */
    static List<GivenBack> of(
            WooOrder order,
            CurrencyUnit currency,
            WooLines lines,
            List<WooOrder.Refund> refunds,
            boolean listedWithPayment) {
        Map<Long, String> feeNames = order.feeLines() == null
                ? Map.of()
                : order.feeLines().stream()
                        .collect(Collectors.toMap(WooOrder.Part::id, WooFees::name, (one, other) -> one));
        WooGivenBack givenBack = new WooGivenBack(currency, lines, feeNames, listedWithPayment);
        refunds.stream().filter(refund -> refund.key().isEmpty()).forEach(givenBack::add);
        return givenBack.all;
    }

    /** Whoever makes a refund may name an amount that its parts do not add up to; what they do not name has no part. */
    private void add(WooOrder.Refund refund) {
        List<WooOrder.Line> items = refund.lineItems() == null ? List.of() : refund.lineItems();
        List<WooOrder.Part> deliveries = refund.shippingLines() == null ? List.of() : refund.shippingLines();
        List<WooOrder.Part> fees = refund.feeLines() == null ? List.of() : refund.feeLines();
        Money parts = items.stream()
                .map(item -> money(item.gross()))
                .reduce(Money.zero(currency), Money::plus)
                .plus(sum(deliveries))
                .plus(sum(fees));
        Money amount = refund.amount() == null ? parts : money(refund.amount());
        boolean through = listedWithPayment || Boolean.TRUE.equals(refund.refundedPayment());
        if (parts.isGreaterThan(amount)) {
            add(Part.UNNAMED, null, null, 0, amount, through);
            return;
        }
        Money unnamed = amount.minus(parts);
        for (WooOrder.Line item : items) {
            unnamed = unnamed.plus(addItem(item, through));
        }
        deliveries.forEach(part -> add(Part.DELIVERY, null, null, 0, money(part.gross()), through));
        for (WooOrder.Part fee : fees) {
            String name = refunded(fee.metaData()).map(feeNames::get).orElse(null);
            add(name == null ? Part.UNNAMED : Part.FEE, null, name, 0, money(fee.gross()), through);
        }
        add(Part.UNNAMED, null, null, 0, unnamed, through);
    }

    /**
     * Of the lines that WooCommerce's line became, the one that the amount is the price of, else one after the other.
     *
     * @return what is left over once these lines are refunded in full
     */
    private Money addItem(WooOrder.Line item, boolean through) {
        int pieces = Math.abs(item.quantity());
        Money amount = money(item.gross());
        List<Order.Line> refunded = refunded(item.metaData()).map(lines::ofItem).orElse(List.of());
        Optional<Order.Line> exact = refunded.stream()
                .filter(line -> left.get(line.line()).pieces() >= pieces)
                .filter(line -> line.unitPrice().multipliedBy(pieces).equals(amount))
                .findFirst();
        int piecesOpen = pieces;
        Money open = amount;
        for (Order.Line line : exact.map(List::of).orElse(refunded)) {
            Left before = left.get(line.line());
            int taken = Math.min(piecesOpen, before.pieces());
            Money paid = open.isLessThan(before.money()) ? open : before.money();
            left.put(
                    line.line(),
                    new Left(before.pieces() - taken, before.money().minus(paid)));
            add(Part.LINE, line.line(), null, taken, paid, through);
            piecesOpen -= taken;
            open = open.minus(paid);
        }
        return open;
    }

    private void add(Part part, Integer line, String fee, int quantity, Money amount, boolean through) {
        if (amount.isPositive() || quantity > 0) {
            all.add(new GivenBack(part, line, fee, quantity, amount, through));
        }
    }

    private static Optional<Long> refunded(List<WooOrder.Meta> metaData) {
        return WooOrder.meta(metaData, REFUNDED_ITEM).map(id -> id.asLong(0)).filter(id -> id > 0);
    }

    private Money sum(List<WooOrder.Part> parts) {
        return parts.stream().map(part -> money(part.gross())).reduce(Money.zero(currency), Money::plus);
    }

    /** WooCommerce writes amounts of refunds as negative numbers, we as positive ones. */
    private Money money(BigDecimal amount) {
        return Money.of(currency, amount.abs(), RoundingMode.HALF_UP);
    }
}
