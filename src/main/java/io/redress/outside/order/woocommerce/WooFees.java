package io.redress.outside.order.woocommerce;

import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The fees of an order: what it costs besides its articles. */
final class WooFees {

    private WooFees() {}

    /** A discount that a plugin writes as a negative fee is none; the lines then do not add up, and a person looks. */
    static List<Order.Fee> of(WooOrder order, CurrencyUnit currency, WooTaxes taxes) {
        return parts(order.feeLines())
                .filter(fee -> fee.gross().signum() > 0)
                .map(fee -> new Order.Fee(
                        name(fee), Money.of(currency, fee.gross(), RoundingMode.HALF_UP), taxes.rate(fee.taxes())))
                .toList();
    }

    static String name(WooOrder.Part fee) {
        return fee.name() == null || fee.name().isBlank()
                ? "fee " + fee.id()
                : fee.name().strip();
    }

    /** @return {@code null} where ways of delivery are taxed differently, or one in a way that is not known */
    static BigDecimal deliveryTaxRate(WooOrder order, WooTaxes taxes) {
        Set<String> rates = parts(order.shippingLines())
                .filter(delivery -> delivery.gross().signum() != 0)
                .map(delivery -> taxes.rate(delivery.taxes()))
                .map(rate -> rate == null ? "" : rate.stripTrailingZeros().toPlainString())
                .collect(Collectors.toSet());
        String rate = rates.size() == 1 ? rates.iterator().next() : "";
        return rate.isEmpty() ? null : new BigDecimal(rate);
    }

    private static Stream<WooOrder.Part> parts(List<WooOrder.Part> parts) {
        return parts == null ? Stream.empty() : parts.stream();
    }
}
