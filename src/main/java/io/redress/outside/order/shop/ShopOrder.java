package io.redress.outside.order.shop;

import io.redress.outside.order.Order.PaymentMethod;
import io.redress.outside.order.Order.SalesChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as the shop writes it; amounts are decimals in the order's currency, a payment's in its own.
 *
 * @param items the lines; the price is that of one piece after discount, the tax rate in it is in percent and may be
 *     missing
 * @param fees may be missing, and so may their tax rates and the delivery's
 */
record ShopOrder(
        @NotBlank String number,
        @NotNull Instant placedOn,
        @NotBlank String currency,
        @NotNull @PositiveOrZero BigDecimal total,
        @NotNull @PositiveOrZero BigDecimal deliveryFee,
        @NotNull SalesChannel salesChannel,
        @NotNull PaymentMethod paymentMethod,
        boolean gift,
        boolean businessCustomer,
        @NotNull @Valid Customer customer,
        @NotNull @Valid Address deliveryAddress,
        @NotEmpty List<@NotNull @Valid Line> items,
        @NotNull List<@NotNull @Valid Shipment> shipments,
        @NotNull List<@NotNull @Valid Payment> payments,
        String customerPaymentReference,
        @NotNull List<@NotNull @Valid Repair> repairs,
        List<@NotNull @Valid Fee> fees,
        @PositiveOrZero BigDecimal deliveryTaxRate) {

    record Customer(
            String reference,
            @NotBlank String name,
            String email,
            String phone,
            String locale,
            String timeZone,
            String tier) {}

    record Address(
            @NotBlank String name,
            @NotBlank String street1,
            String street2,
            @NotBlank String city,
            String state,
            String zip,
            @NotBlank String country,
            String phone) {}

    record Line(
            @Positive int line,
            @NotBlank String sku,
            String description,
            @Positive int quantity,
            @NotNull @PositiveOrZero BigDecimal unitPrice,
            String serialNumber,
            boolean recurring,
            @PositiveOrZero BigDecimal taxRate) {}

    record Fee(
            @NotBlank String name,
            @NotNull @PositiveOrZero BigDecimal amount,
            @PositiveOrZero BigDecimal taxRate) {}

    record Item(
            @Positive Integer line,
            @NotBlank String sku,
            @Positive int quantity) {}

    record Shipment(
            @NotBlank String trackingCode,
            String carrier,
            @NotNull Instant shippedAt,
            @NotNull List<@NotNull @Valid Item> items,
            @Valid Size size,
            Instant deliveredAt) {}

    record Size(
            @Positive int weightGrams,
            @Positive int lengthMm,
            @Positive int widthMm,
            @Positive int heightMm) {}

    record Payment(
            @NotBlank String reference,
            @NotBlank String provider,
            @NotNull @PositiveOrZero BigDecimal amount,
            @NotBlank String currency,
            @NotNull Instant paidAt) {}

    record Repair(
            @NotBlank String sku,
            String serialNumber,
            @NotNull Instant repairedAt,
            String description,
            String handledBy) {}

    /** Several orders, as the answer to a search. */
    record Found(@NotNull List<@NotNull @Valid ShopOrder> orders) {}
}
