package io.redress.verification.gathering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.file.Complaint;
import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The order that a vouching client sent along, for where the shop itself cannot be asked. */
@Component
class VouchedOrders {

    private final ObjectMapper json;

    VouchedOrders(ObjectMapper json) {
        this.json = json;
    }

    /** The order, where it was sent with a currency and at least one line; there is no address to ship to in it. */
    Optional<Order> of(Complaint complaint) {
        if (!complaint.isVouched() || complaint.vouchedOrder() == null) {
            return Optional.empty();
        }
        try {
            JsonNode order = json.readTree(complaint.vouchedOrder());
            boolean enough = !order.path("currency").asText("").isBlank()
                    && !order.path("items").isEmpty();
            return enough ? Optional.of(read(order, complaint)) : Optional.empty();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored order cannot be read", unreadable);
        }
    }

    private static Order read(JsonNode order, Complaint complaint) {
        CurrencyUnit currency = CurrencyUnit.of(order.path("currency").asText().strip());
        List<Order.Line> lines = lines(order.path("items"), currency);
        Money goods = lines.stream()
                .map(line -> line.unitPrice().multipliedBy(line.quantity()))
                .reduce(Money.zero(currency), Money::plus);
        Money deliveryFee =
                order.hasNonNull("deliveryFee") ? money(order.path("deliveryFee"), currency) : Money.zero(currency);
        List<Order.Fee> fees = fees(order.path("fees"), currency);
        Money everything = fees.stream().map(Order.Fee::amount).reduce(goods.plus(deliveryFee), Money::plus);
        Money total = order.hasNonNull("total") ? money(order.path("total"), currency) : everything;
        Instant placedOn = order.hasNonNull("placedOn")
                ? OffsetDateTime.parse(order.path("placedOn").asText()).toInstant()
                : null;
        var customer = complaint.customer();
        // Whoever vouched did so for the contacts that they sent.
        boolean theirs = complaint.isCustomerVouched();
        return new Order(
                order.path("number").asText(null),
                placedOn,
                currency,
                total,
                deliveryFee,
                Order.SalesChannel.SHOP,
                Order.PaymentMethod.CARD,
                false,
                false,
                new Order.Customer(
                        null,
                        customer.name(),
                        theirs ? customer.email() : null,
                        theirs ? customer.phone() : null,
                        customer.language(),
                        customer.timeZone(),
                        null),
                null,
                lines,
                shipments(order, lines),
                payments(order, total, placedOn),
                null,
                List.of(),
                fees,
                rate(order.path("deliveryTaxRate")),
                List.of());
    }

    private static List<Order.Fee> fees(JsonNode told, CurrencyUnit currency) {
        List<Order.Fee> fees = new ArrayList<>();
        told.forEach(fee -> fees.add(new Order.Fee(
                fee.path("name").asText(), money(fee.path("amount"), currency), rate(fee.path("taxRate")))));
        return fees;
    }

    private static List<Order.Line> lines(JsonNode items, CurrencyUnit currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonNode item : items) {
            lines.add(new Order.Line(
                    item.path("line").asInt(lines.size() + 1),
                    item.path("sku").asText(),
                    item.path("description").asText(null),
                    item.path("quantity").asInt(1),
                    item.hasNonNull("unitPrice") ? money(item.path("unitPrice"), currency) : Money.zero(currency),
                    item.path("serialNumber").asText(null),
                    false,
                    rate(item.path("taxRate"))));
        }
        return lines;
    }

    private static List<Order.Shipment> shipments(JsonNode order, List<Order.Line> lines) {
        List<Order.Shipment> shipments = new ArrayList<>();
        for (JsonNode shipment : order.path("shipments")) {
            List<Order.Item> items = new ArrayList<>();
            shipment.path("items")
                    .forEach(item -> items.add(new Order.Item(
                            item.hasNonNull("line") ? item.path("line").asInt() : null,
                            item.path("sku").asText(),
                            item.path("quantity").asInt(1))));
            shipments.add(new Order.Shipment(shipment.path("trackingCode").asText(), null, null, items));
        }
        if (shipments.isEmpty() && order.hasNonNull("trackingCode")) {
            List<Order.Item> everything = lines.stream()
                    .map(line -> new Order.Item(line.line(), line.sku(), line.quantity()))
                    .toList();
            shipments.add(new Order.Shipment(order.path("trackingCode").asText(), null, null, everything));
        }
        return shipments;
    }

    private static List<Order.Payment> payments(JsonNode order, Money total, Instant placedOn) {
        String reference = order.path("paymentReference").asText(null);
        return reference == null ? List.of() : List.of(new Order.Payment(reference, "stripe", total, placedOn));
    }

    /** @return {@code null} where none was told */
    private static BigDecimal rate(JsonNode rate) {
        return rate.isMissingNode() || rate.isNull() ? null : new BigDecimal(rate.asText());
    }

    private static Money money(JsonNode amount, CurrencyUnit currency) {
        return Money.of(currency, new BigDecimal(amount.asText()), RoundingMode.UNNECESSARY);
    }
}
