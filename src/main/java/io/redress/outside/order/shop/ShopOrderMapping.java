package io.redress.outside.order.shop;

import io.redress.outside.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** The mapping from the shop's order to ours. */
final class ShopOrderMapping {

    private final ShopOrder order;
    private final CurrencyUnit currency;
    private final Map<Integer, String> skuOfLine = new HashMap<>();

    private ShopOrderMapping(ShopOrder order) {
        this.order = order;
        this.currency = currency("currency", order.currency());
    }

    static Order order(ShopOrder order) {
        return new ShopOrderMapping(order).order();
    }

    private Order order() {
        // Before the parcels, which name them.
        List<Order.Line> lines = lines();
        return new Order(
                order.number(),
                order.placedOn(),
                currency,
                money("total", currency, order.total()),
                money("deliveryFee", currency, order.deliveryFee()),
                order.salesChannel(),
                order.paymentMethod(),
                order.gift(),
                order.businessCustomer(),
                customer(order.customer()),
                address(order.deliveryAddress()),
                lines,
                shipments(),
                payments(),
                order.customerPaymentReference(),
                repairs(),
                fees(),
                order.deliveryTaxRate(),
                List.of());
    }

    private static Order.Customer customer(ShopOrder.Customer customer) {
        return new Order.Customer(
                customer.reference(),
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.locale() == null ? null : Locale.forLanguageTag(customer.locale()),
                customer.timeZone(),
                customer.tier());
    }

    private static Order.Address address(ShopOrder.Address address) {
        return new Order.Address(
                address.name(),
                address.street1(),
                address.street2(),
                address.city(),
                address.state(),
                address.zip(),
                address.country(),
                address.phone());
    }

    private List<Order.Line> lines() {
        return IntStream.range(0, order.items().size())
                .mapToObj(i -> line("items[%d]".formatted(i), order.items().get(i)))
                .toList();
    }

    private Order.Line line(String field, ShopOrder.Line line) {
        if (skuOfLine.putIfAbsent(line.line(), line.sku()) != null) {
            throw ShopJson.malformed(field + ".line", "is the number of two lines", null);
        }
        return new Order.Line(
                line.line(),
                line.sku(),
                line.description(),
                line.quantity(),
                money(field + ".unitPrice", currency, line.unitPrice()),
                line.serialNumber(),
                line.recurring(),
                line.taxRate());
    }

    private List<Order.Shipment> shipments() {
        return IntStream.range(0, order.shipments().size())
                .mapToObj(i ->
                        shipment("shipments[%d]".formatted(i), order.shipments().get(i)))
                .toList();
    }

    private Order.Shipment shipment(String field, ShopOrder.Shipment shipment) {
        return new Order.Shipment(
                shipment.trackingCode(),
                shipment.carrier(),
                shipment.shippedAt(),
                IntStream.range(0, shipment.items().size())
                        .mapToObj(i -> item(
                                "%s.items[%d]".formatted(field, i),
                                shipment.items().get(i)))
                        .toList(),
                size(shipment.size()),
                shipment.deliveredAt());
    }

    /** An article that is not in the order is a gift in the parcel; a line that is not in the order is a mistake. */
    private Order.Item item(String field, ShopOrder.Item item) {
        if (item.line() != null && !item.sku().equals(skuOfLine.get(item.line()))) {
            String ordered = skuOfLine.get(item.line());
            throw ShopJson.malformed(
                    field + ".line", ordered == null ? "is no line of the order" : "is the line of " + ordered, null);
        }
        return new Order.Item(item.line(), item.sku(), item.quantity());
    }

    private static Order.Size size(ShopOrder.Size size) {
        return size == null
                ? null
                : new Order.Size(size.weightGrams(), size.lengthMm(), size.widthMm(), size.heightMm());
    }

    private List<Order.Payment> payments() {
        return IntStream.range(0, order.payments().size())
                .mapToObj(i ->
                        payment("payments[%d]".formatted(i), order.payments().get(i)))
                .sorted(Comparator.comparing(Order.Payment::paidAt))
                .toList();
    }

    private static Order.Payment payment(String field, ShopOrder.Payment payment) {
        CurrencyUnit paidIn = currency(field + ".currency", payment.currency());
        return new Order.Payment(
                payment.reference(),
                payment.provider(),
                money(field + ".amount", paidIn, payment.amount()),
                payment.paidAt());
    }

    private List<Order.Repair> repairs() {
        return order.repairs().stream()
                .map(repair -> new Order.Repair(
                        repair.sku(),
                        repair.serialNumber(),
                        repair.repairedAt(),
                        repair.description(),
                        repair.handledBy()))
                .sorted(Comparator.comparing(Order.Repair::repairedAt))
                .toList();
    }

    private List<Order.Fee> fees() {
        List<ShopOrder.Fee> fees = order.fees() == null ? List.of() : order.fees();
        return IntStream.range(0, fees.size())
                .mapToObj(i -> fee("fees[%d].amount".formatted(i), fees.get(i)))
                .toList();
    }

    private Order.Fee fee(String amountField, ShopOrder.Fee fee) {
        return new Order.Fee(fee.name(), money(amountField, currency, fee.amount()), fee.taxRate());
    }

    private static CurrencyUnit currency(String field, String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw ShopJson.malformed(field, "is no ISO 4217 currency", e);
        }
    }

    private static Money money(String field, CurrencyUnit currency, BigDecimal amount) {
        try {
            return Money.of(currency, amount, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw ShopJson.malformed(field, "has more decimals than " + currency, e);
        }
    }
}
