package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Order;
import io.redress.outside.order.woocommerce.WooOrder.TaxShare;
import io.redress.outside.order.woocommerce.WooRefundDraft.Item;
import io.redress.outside.order.woocommerce.WooRefundDraft.Tax;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentHolder.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The parts of an order that a refund is for, with the tax in each split as in the part itself. Where one article's
 * part is not certain, none is named: WooCommerce then refunds the amount as a whole.
 */
final class WooRefundItems {

    private final WooOrder order;
    private final CurrencyUnit currency;
    private final WooLines lines;

    private WooRefundItems(WooOrder order, CurrencyUnit currency) {
        this.order = order;
        this.currency = currency;
        this.lines = WooLines.of(order, currency, WooTaxes.of(order));
    }

    static List<Item> of(RefundOrder wanted, WooOrder order) {
        return new WooRefundItems(order, wanted.amount().getCurrencyUnit()).of(wanted);
    }

    /** What several shares make of one line. */
    private record Sum(int quantity, BigDecimal gross) {

        Sum plus(Sum other) {
            return new Sum(quantity + other.quantity, gross.add(other.gross));
        }
    }

    private List<Item> of(RefundOrder wanted) {
        Map<WooOrder.Line, Sum> sums = new LinkedHashMap<>();
        for (Share share : wanted.shares()) {
            Optional<WooOrder.Line> line = line(share);
            if (line.isEmpty()) {
                return List.of();
            }
            sums.merge(line.get(), new Sum(share.quantity(), share.amount().getAmount()), Sum::plus);
        }
        List<Item> items = new ArrayList<>();
        sums.forEach(
                (line, sum) -> items.add(item(line.id(), sum.quantity(), sum.gross(), line.gross(), line.taxes())));
        BigDecimal named = sums.values().stream().map(Sum::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        delivery(wanted.amount().getAmount().subtract(named)).ifPresent(items::add);
        return items;
    }

    private Optional<WooOrder.Line> line(Share share) {
        List<WooOrder.Line> found = order.lineItems().stream()
                .filter(line -> share.line() == null
                        ? line.article().equals(share.sku())
                        : lines.ofItem(line.id()).stream().map(Order.Line::line).anyMatch(share.line()::equals))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What is left beside the articles counts as delivery where it is exactly what the only delivery cost. */
    private Optional<Item> delivery(BigDecimal left) {
        List<WooOrder.Part> ways = order.shippingLines() == null ? List.of() : order.shippingLines();
        return ways.size() == 1 && left.signum() > 0 && ways.get(0).gross().compareTo(left) == 0
                ? Optional.of(item(ways.get(0).id(), 0, left, left, ways.get(0).taxes()))
                : Optional.empty();
    }

    /** @param whole what all of the part cost, tax included */
    private Item item(long id, int quantity, BigDecimal gross, BigDecimal whole, List<TaxShare> taxes) {
        List<Tax> back = new ArrayList<>();
        BigDecimal net = gross;
        for (TaxShare tax : taxes == null ? List.<TaxShare>of() : taxes) {
            if (tax.total() != null && !tax.total().isBlank() && whole.signum() > 0) {
                BigDecimal part = new BigDecimal(tax.total())
                        .multiply(gross)
                        .divide(whole, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
                back.add(new Tax(tax.id(), part));
                net = net.subtract(part);
            }
        }
        return new Item(id, quantity, net, back);
    }
}
