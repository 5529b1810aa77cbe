package io.redress.outside.order.woocommerce;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An order as WooCommerce writes it (REST API v3, "Order properties"), with the fields that we read.
 *
 * @param createdVia by which door it came: {@code checkout}, {@code admin}, or a plugin's own word
 * @param dateCreatedGmt without an offset, UTC
 * @param datePaidGmt {@code null} while it is not paid
 * @param refunds what was given back so far, without its lines
 */
@JsonNaming(SnakeCaseStrategy.class)
record WooOrder(
        @Positive long id,
        long parentId,
        @NotBlank String number,
        @NotBlank String status,
        @NotBlank String currency,
        String createdVia,
        @NotNull LocalDateTime dateCreatedGmt,
        LocalDateTime datePaidGmt,
        @NotNull BigDecimal total,
        @NotNull BigDecimal shippingTotal,
        @NotNull BigDecimal shippingTax,
        long customerId,
        @NotNull Address billing,
        @NotNull Address shipping,
        String paymentMethod,
        String transactionId,
        List<Meta> metaData,
        @NotNull List<@NotNull @Valid Line> lineItems,
        List<@NotNull @Valid Part> shippingLines,
        List<@NotNull @Valid Part> feeLines,
        List<@NotNull Tax> taxLines,
        List<@NotNull @Valid Refund> refunds) {

    /** @param email only a billing address has one */
    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            String firstName,
            String lastName,
            String company,
            @JsonProperty("address_1") String street1,
            @JsonProperty("address_2") String street2,
            String city,
            String state,
            String postcode,
            String country,
            String email,
            String phone) {

        String name() {
            return (blankIfMissing(firstName) + " " + blankIfMissing(lastName)).strip();
        }

        boolean isGiven() {
            return street1 != null && !street1.isBlank();
        }

        private static String blankIfMissing(String text) {
            return text == null ? "" : text;
        }
    }

    /**
     * @param total of all its pieces, after discount, without tax
     * @param quantity negative in a refund
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Line(
            long id,
            String name,
            long productId,
            long variationId,
            int quantity,
            @NotNull BigDecimal total,
            @NotNull BigDecimal totalTax,
            List<@NotNull TaxShare> taxes,
            String sku,
            List<Meta> metaData) {

        /** Articles need no stock-keeping unit in WooCommerce; the product's own number then stands for it. */
        String article() {
            if (sku != null && !sku.isBlank()) {
                return sku;
            }
            return variationId == 0 ? "product-" + productId : "product-%d-%d".formatted(productId, variationId);
        }

        BigDecimal gross() {
            return total.add(totalTax);
        }
    }

    /**
     * A way of delivery, or a further fee.
     *
     * @param name a fee's; ways of delivery have none
     * @param total without tax; negative in a refund, and where a plugin gives a discount as a fee
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Part(
            long id,
            String name,
            @NotNull BigDecimal total,
            @NotNull BigDecimal totalTax,
            List<@NotNull TaxShare> taxes,
            List<Meta> metaData) {

        BigDecimal gross() {
            return total.add(totalTax);
        }
    }

    /**
     * A tax that the order contains.
     *
     * @param compound whether it is charged on top of other taxes
     * @param ratePercent {@code null} in shops that are older than WooCommerce 3.7
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Tax(long rateId, Boolean compound, BigDecimal ratePercent) {}

    /** What a part of the order has of the tax with this id; blank where it has none. */
    record TaxShare(long id, String total) {}

    /** A plugin's note; its value may be anything. */
    record Meta(String key, JsonNode value) {}

    /**
     * A refund; its parts are there only where refunds are asked for by themselves, and further fees and deliveries not
     * in every version.
     *
     * @param amount all of it, tax included; positive
     * @param refundedPayment whether the payment's gateway paid it out, and not somebody by hand
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Refund(
            long id,
            LocalDateTime dateCreatedGmt,
            BigDecimal amount,
            String reason,
            Boolean refundedPayment,
            List<Meta> metaData,
            List<@NotNull @Valid Line> lineItems,
            List<@NotNull @Valid Part> shippingLines,
            List<@NotNull @Valid Part> feeLines) {

        private static final Pattern KEY_IN_REASON = Pattern.compile("\\(Redress ([\\w-]{1,64})\\)$");

        /**
         * Why Redress refunds, with its key: the reason is written before the gateway is asked, the meta data after.
         */
        static String reason(String caseNumber, String key) {
            return "Complaint %s (Redress %s)".formatted(caseNumber, key);
        }

        /** The key by which Redress asked for it; empty where somebody else did. */
        Optional<String> key() {
            return meta(metaData, WooReplacements.KEY).map(JsonNode::asText).or(() -> {
                Matcher named = KEY_IN_REASON.matcher(reason == null ? "" : reason);
                return named.find() ? Optional.of(named.group(1)) : Optional.empty();
            });
        }
    }

    Optional<JsonNode> meta(String key) {
        return meta(metaData, key);
    }

    static Optional<JsonNode> meta(List<Meta> metaData, String key) {
        return metaData == null
                ? Optional.empty()
                : metaData.stream()
                        .filter(meta -> key.equals(meta.key()) && meta.value() != null)
                        .map(Meta::value)
                        .findFirst();
    }

    boolean isRefunded() {
        return refunds != null && !refunds.isEmpty();
    }
}
