package io.redress.outside.order.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.outside.order.Order;
import io.redress.outside.order.Order.PaymentMethod;
import io.redress.outside.order.Order.SalesChannel;
import io.redress.outside.order.shop.ShopJson;
import io.redress.outside.order.woocommerce.WooParcels.WooParcel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/**
 * The mapping from WooCommerce's order to ours. What WooCommerce does not say is taken so that a person looks rather
 * than money leaves.
 */
final class WooOrderMapping {

    /** Doors of the shop itself; an order that a plugin brought in was sold elsewhere. */
    private static final Set<String> OWN_DOORS = Set.of("", "checkout", "store-api", "admin", "subscription");

    private static final List<String> STRIPE_GATEWAYS = List.of("stripe", "woocommerce_payments");

    /** Where Stripe's own gateway and WooPayments keep the payment intent; the transaction id is the charge's. */
    private static final List<String> INTENT_META = List.of("_stripe_intent_id", "_intent_id");

    private static final String STRIPE_CUSTOMER_META = "_stripe_customer_id";

    private final WooOrder order;
    private final CurrencyUnit currency;
    private final WooParcels parcels;

    private WooOrderMapping(WooOrder order, WooParcels parcels) {
        this.order = order;
        this.parcels = parcels;
        this.currency = currency(order.currency());
    }

    /** @param refunds the order's refunds with their parts */
    static Order order(WooOrder order, List<WooOrder.Refund> refunds, WooParcels parcels) {
        return new WooOrderMapping(order, parcels).order(refunds);
    }

    private Order order(List<WooOrder.Refund> refunds) {
        WooTaxes taxes = WooTaxes.of(order);
        WooLines lines = WooLines.of(order, currency, taxes);
        return new Order(
                order.number(),
                order.dateCreatedGmt().toInstant(ZoneOffset.UTC),
                currency,
                money(order.total()),
                money(order.shippingTotal().add(order.shippingTax())),
                OWN_DOORS.contains(orEmpty(order.createdVia())) ? SalesChannel.SHOP : SalesChannel.MARKETPLACE,
                paymentMethod(),
                isGift(),
                !orEmpty(order.billing().company()).isBlank(),
                customer(),
                address(),
                lines.all(),
                shipments(lines.all()),
                payments(),
                order.meta(STRIPE_CUSTOMER_META).map(JsonNode::asText).orElse(null),
                List.of(),
                WooFees.of(order, currency, taxes),
                WooFees.deliveryTaxRate(order, taxes),
                WooGivenBack.of(order, currency, lines, refunds, !isPaidWithStripe()));
    }

    /**
     * A gateway that took the money itself gave it an id; what has none may be an invoice that somebody marked as paid.
     */
    private PaymentMethod paymentMethod() {
        if (isPaidWithStripe()) {
            return PaymentMethod.CARD;
        }
        if ("cod".equals(order.paymentMethod())) {
            return PaymentMethod.CASH_ON_DELIVERY;
        }
        boolean taken =
                order.datePaidGmt() != null && !orEmpty(order.transactionId()).isBlank();
        return taken ? PaymentMethod.ONLINE : PaymentMethod.INVOICE;
    }

    private boolean isPaidWithStripe() {
        return STRIPE_GATEWAYS.stream().anyMatch(orEmpty(order.paymentMethod())::startsWith);
    }

    /** WooCommerce knows no gifts; a parcel to somebody else is taken for one. */
    private boolean isGift() {
        return order.shipping().isGiven()
                && !order.shipping().name().equalsIgnoreCase(order.billing().name());
    }

    private Order.Customer customer() {
        return new Order.Customer(
                order.customerId() == 0 ? null : Long.toString(order.customerId()),
                order.billing().name(),
                nullIfBlank(order.billing().email()),
                nullIfBlank(order.billing().phone()),
                null,
                null,
                null);
    }

    private Order.Address address() {
        WooOrder.Address to = order.shipping().isGiven() ? order.shipping() : order.billing();
        String name = to.name().isBlank() ? to.company() : to.name();
        String phone = nullIfBlank(to.phone()) == null ? order.billing().phone() : to.phone();
        return !to.isGiven()
                ? null
                : new Order.Address(
                        name,
                        to.street1(),
                        nullIfBlank(to.street2()),
                        to.city(),
                        nullIfBlank(to.state()),
                        nullIfBlank(to.postcode()),
                        to.country(),
                        nullIfBlank(phone));
    }

    /** With one parcel everything is in it; with several nobody says what is in which. */
    private List<Order.Shipment> shipments(List<Order.Line> lines) {
        List<WooParcel> known = parcels.of(order);
        List<Order.Item> inside = known.size() != 1
                ? List.of()
                : lines.stream()
                        .map(line -> new Order.Item(line.line(), line.sku(), line.quantity()))
                        .toList();
        return known.stream()
                .map(parcel -> new Order.Shipment(parcel.trackingCode(), parcel.carrier(), parcel.shippedAt(), inside))
                .toList();
    }

    private List<Order.Payment> payments() {
        if (order.datePaidGmt() == null) {
            return List.of();
        }
        return List.of(new Order.Payment(
                paymentReferences(order).findFirst().orElse("order-" + order.id()),
                isPaidWithStripe() ? "stripe" : orEmpty(order.paymentMethod()),
                money(order.total()),
                order.datePaidGmt().toInstant(ZoneOffset.UTC)));
    }

    /** Every id by which the payment is known, the payment intent first. */
    static Stream<String> paymentReferences(WooOrder order) {
        return Stream.concat(
                        INTENT_META.stream().flatMap(key -> order.meta(key).map(JsonNode::asText).stream()),
                        Stream.of(orEmpty(order.transactionId())))
                .filter(reference -> !reference.isBlank());
    }

    private Money money(BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw ShopJson.malformed("currency", "is no ISO 4217 currency", e);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String nullIfBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
