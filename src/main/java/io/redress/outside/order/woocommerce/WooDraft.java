package io.redress.outside.order.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A replacement as it is sent to WooCommerce: an order of price zero, to the address of the original, not paid and so not
 * shipped before it is confirmed.
 */
@JsonNaming(SnakeCaseStrategy.class)
record WooDraft(
        String status,
        boolean setPaid,
        long parentId,
        long customerId,
        String currency,
        Map<String, String> billing,
        Map<String, String> shipping,
        List<Line> lineItems,
        List<Meta> metaData) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Line(long productId, long variationId, int quantity, String subtotal, String total) {}

    record Meta(String key, String value) {}

    record Change(String status) {}

    record Note(String note) {}

    /**
     * What we read of a product or a variation of it.
     *
     * @param manageStock {@code true}, {@code false}, or the word {@code parent} at a variation
     * @param stockQuantity {@code null} where nobody counts
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Product(String stockStatus, JsonNode manageStock, BigDecimal stockQuantity, boolean backordersAllowed) {

        boolean covers(int quantity) {
            boolean counted = manageStock != null && !manageStock.asText().equals("false") && stockQuantity != null;
            return counted
                    ? backordersAllowed || stockQuantity.compareTo(BigDecimal.valueOf(quantity)) >= 0
                    : "instock".equals(stockStatus);
        }
    }

    static WooDraft of(Replacement replacement, WooOrder original, Function<Order.Item, WooOrder.Line> lines) {
        return new WooDraft(
                "pending",
                false,
                original.id(),
                original.customerId(),
                original.currency(),
                address(original.billing(), true),
                address(original.shipping().isGiven() ? original.shipping() : original.billing(), false),
                replacement.items().stream()
                        .map(item -> line(lines.apply(item), item.quantity()))
                        .toList(),
                List.of(
                        new Meta(WooReplacements.KEY, replacement.reference()),
                        new Meta(WooReplacements.CASE, replacement.caseNumber())));
    }

    private static Line line(WooOrder.Line line, int quantity) {
        return new Line(line.productId(), line.variationId(), quantity, "0.00", "0.00");
    }

    private static Map<String, String> address(WooOrder.Address address, boolean billing) {
        Map<String, String> written = new java.util.LinkedHashMap<>();
        written.put("first_name", address.firstName());
        written.put("last_name", address.lastName());
        written.put("company", address.company());
        written.put("address_1", address.street1());
        written.put("address_2", address.street2());
        written.put("city", address.city());
        written.put("state", address.state());
        written.put("postcode", address.postcode());
        written.put("country", address.country());
        if (billing) {
            written.put("email", address.email());
            written.put("phone", address.phone());
        }
        written.values().removeIf(value -> value == null || value.isBlank());
        return written;
    }
}
