package io.redress.outside.order.woocommerce;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A refund as it is sent to WooCommerce: through the gateway, and without putting goods back into stock, because a refund
 * says nothing of where they are.
 */
@JsonNaming(SnakeCaseStrategy.class)
record WooRefundDraft(
        String amount,
        String reason,
        boolean apiRefund,
        boolean apiRestock,
        List<WooDraft.Meta> metaData,
        List<Item> lineItems) {

    /**
     * What of the amount is for one line, way of delivery or fee of the order.
     *
     * @param refundTotal without tax
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(long id, int quantity, BigDecimal refundTotal, List<Tax> refundTax) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Tax(long id, BigDecimal refundTotal) {}

    static WooRefundDraft of(RefundOrder wanted, WooOrder order) {
        return new WooRefundDraft(
                wanted.amount().getAmount().toPlainString(),
                WooOrder.Refund.reason(wanted.caseNumber(), wanted.key()),
                true,
                false,
                List.of(
                        new WooDraft.Meta(WooReplacements.KEY, wanted.key()),
                        new WooDraft.Meta(WooReplacements.CASE, wanted.caseNumber())),
                WooRefundItems.of(wanted, order));
    }

    /** A note that stays with the order. */
    static Map<String, List<WooDraft.Meta>> note(String key, String value) {
        return Map.of("meta_data", List.of(new WooDraft.Meta(key, value)));
    }
}
