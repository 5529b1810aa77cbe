package io.redress.outside.order.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.Order;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The request to the warehouse, and its answer, as JSON. */
final class ShopFulfilment {

    enum Status {
        ACCEPTED,
        REFUSED,
        CANCELLED
    }

    /** An order of price zero; the warehouse sends it to the address of the original order. */
    record Request(
            String reference,
            String caseNumber,
            String orderNumber,
            List<Item> items,
            @JsonInclude(JsonInclude.Include.NON_NULL) Item gift,
            String price,
            String currency) {

        static Request of(Fulfilment.Replacement replacement, CurrencyUnit currency) {
            return new Request(
                    replacement.reference(),
                    replacement.caseNumber(),
                    replacement.orderNumber(),
                    replacement.items().stream().map(Item::of).toList(),
                    replacement.gift() == null ? null : Item.of(replacement.gift()),
                    "0.00",
                    currency.getCode());
        }
    }

    record Item(@JsonInclude(JsonInclude.Include.NON_NULL) Integer line, String sku, int quantity) {

        static Item of(Order.Item item) {
            return new Item(item.line(), item.sku(), item.quantity());
        }
    }

    record Answer(
            @NotBlank String id,
            @NotBlank String reference,
            @NotNull Status status,
            String reason,
            String trackingCode,
            String carrier,
            Boolean giftIncluded) {

        Fulfilment.Answer answer() {
            return new Fulfilment.Answer(
                    id,
                    status == Status.ACCEPTED,
                    status == Status.CANCELLED ? "cancelled" : reason,
                    trackingCode,
                    carrier,
                    Boolean.TRUE.equals(giftIncluded));
        }
    }

    /** Several answers, as the answer to a search. */
    record Found(@NotNull List<@NotNull @Valid Answer> fulfilmentOrders) {}

    private ShopFulfilment() {}
}
