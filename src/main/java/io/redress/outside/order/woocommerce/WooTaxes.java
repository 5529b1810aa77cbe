package io.redress.outside.order.woocommerce;

import io.redress.outside.order.woocommerce.WooOrder.Tax;
import io.redress.outside.order.woocommerce.WooOrder.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tax rates of an order's parts, in percent, as far as the shop tells them. */
final class WooTaxes {

    private final Map<Long, Tax> byId;

    private WooTaxes(Map<Long, Tax> byId) {
        this.byId = byId;
    }

    static WooTaxes of(WooOrder order) {
        List<Tax> taxes = order.taxLines() == null ? List.of() : order.taxLines();
        return new WooTaxes(taxes.stream().collect(Collectors.toMap(Tax::rateId, tax -> tax, (one, other) -> one)));
    }

    /**
     * The rate of a part of the order; zero where only other parts are taxed.
     *
     * @param shares the part's own taxes
     * @return {@code null} where it is not known: the shop counts no taxes, or does not say how much one is, or lets
     *     one be charged on top of another
     */
    BigDecimal rate(List<TaxShare> shares) {
        if (shares == null || byId.isEmpty()) {
            return null;
        }
        BigDecimal rate = BigDecimal.ZERO;
        for (TaxShare share : shares) {
            if (share.total() != null && !share.total().isBlank()) {
                Tax tax = byId.get(share.id());
                if (tax == null || Boolean.TRUE.equals(tax.compound()) || tax.ratePercent() == null) {
                    return null;
                }
                rate = rate.add(tax.ratePercent());
            }
        }
        return rate;
    }
}
