package io.redress.outside.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An order as the shop tells it: evidence, in contrast to what a complainant says of it.
 *
 * @param total what the customer owed for everything, delivery included
 * @param deliveryFee what delivery cost the customer; zero where it was free
 * @param gift whether somebody else than the payer receives the goods
 * @param payments every payment the shop knows of, oldest first
 * @param customerPaymentReference the customer's id at the payment provider, {@code null} where there is none
 * @param repairs earlier repairs of items of this order, oldest first
 * @param fees what was charged besides goods and delivery, such as gift wrapping; each name once
 * @param deliveryTaxRate the tax in the delivery fee in percent, {@code null} where the shop did not tell it
 * @param givenBack what the shop says it gave back itself; lines, fees and total are nevertheless those of the purchase
 */
public record Order(
        String number,
        Instant placedOn,
        CurrencyUnit currency,
        Money total,
        Money deliveryFee,
        SalesChannel salesChannel,
        PaymentMethod paymentMethod,
        boolean gift,
        boolean businessCustomer,
        Customer customer,
        Address deliveryAddress,
        List<Line> lines,
        List<Shipment> shipments,
        List<Payment> payments,
        String customerPaymentReference,
        List<Repair> repairs,
        List<Fee> fees,
        BigDecimal deliveryTaxRate,
        List<GivenBack> givenBack) {

    public Order {
        // Evidence that was stored before these fields existed has none.
        fees = fees == null ? List.of() : Fee.eachNameOnce(fees);
        givenBack = givenBack == null ? List.of() : List.copyOf(givenBack);
    }

    /**
     * An order without further fees, whose delivery's tax rate is not known, and of which the shop gave nothing back.
     */
    public Order(
            String number,
            Instant placedOn,
            CurrencyUnit currency,
            Money total,
            Money deliveryFee,
            SalesChannel salesChannel,
            PaymentMethod paymentMethod,
            boolean gift,
            boolean businessCustomer,
            Customer customer,
            Address deliveryAddress,
            List<Line> lines,
            List<Shipment> shipments,
            List<Payment> payments,
            String customerPaymentReference,
            List<Repair> repairs) {
        this(
                number,
                placedOn,
                currency,
                total,
                deliveryFee,
                salesChannel,
                paymentMethod,
                gift,
                businessCustomer,
                customer,
                deliveryAddress,
                lines,
                shipments,
                payments,
                customerPaymentReference,
                repairs,
                List.of(),
                null,
                List.of());
    }

    public enum SalesChannel {
        SHOP,
        MARKETPLACE
    }

    /** How the customer paid, or is to pay. */
    public enum PaymentMethod {
        CARD,
        /** At once and not by card, such as by PayPal, Klarna or from a bank account. */
        ONLINE,
        CASH_ON_DELIVERY,
        INVOICE;

        /** Whether it was paid with the order, so that the payments are where the money can go back to. */
        public boolean isPrepaid() {
            return this == CARD || this == ONLINE;
        }
    }

    /**
     * The customer whom the shop knows; any field but the name may be {@code null}.
     *
     * @param tier the shop's own word for how important the customer is, such as {@code gold}; asked by the service
     *     levels
     */
    public record Customer(
            String reference, String name, String email, String phone, Locale locale, String timeZone, String tier) {}

    public record Address(
            String name,
            String street1,
            String street2,
            String city,
            String state,
            String zip,
            String country,
            String phone) {}

    /**
     * One line of the order.
     *
     * @param unitPrice the price of one piece after discount, tax included
     * @param recurring whether this line is charged every billing period
     * @param taxRate in percent, {@code null} where the shop did not tell it
     */
    public record Line(
            int line,
            String sku,
            String description,
            int quantity,
            Money unitPrice,
            String serialNumber,
            boolean recurring,
            BigDecimal taxRate) {

        /** A line whose tax rate is not known. */
        public Line(
                int line,
                String sku,
                String description,
                int quantity,
                Money unitPrice,
                String serialNumber,
                boolean recurring) {
            this(line, sku, description, quantity, unitPrice, serialNumber, recurring, null);
        }
    }

    /**
     * What was charged besides goods and delivery.
     *
     * @param name the shop's own name for it
     * @param amount tax included
     * @param taxRate in percent, {@code null} where the shop did not tell it
     */
    public record Fee(String name, Money amount, BigDecimal taxRate) {

        /** Fees of one name are one fee; where their taxes differ, no rate is known of it. */
        private static List<Fee> eachNameOnce(List<Fee> fees) {
            return List.copyOf(fees.stream()
                    .collect(Collectors.toMap(Fee::name, Function.identity(), Fee::plus, LinkedHashMap::new))
                    .values());
        }

        private Fee plus(Fee other) {
            boolean sameTax = taxRate != null && other.taxRate != null && taxRate.compareTo(other.taxRate) == 0;
            return new Fee(name, amount.plus(other.amount), sameTax ? taxRate : null);
        }
    }

    /**
     * What the shop itself gave back of a part of the order.
     *
     * @param line the line's number, {@code null} unless it was a line
     * @param fee the fee's name, {@code null} unless it was a further fee
     * @param quantity how many pieces of the line were given back; 0 where only money was
     * @param amount tax included; positive
     * @param throughPayment whether a payment's provider paid it out, so that it is among the payment's refunds as well
     */
    public record GivenBack(Part part, Integer line, String fee, int quantity, Money amount, boolean throughPayment) {

        /** The part of an order that something was given back for. */
        public enum Part {
            LINE,
            DELIVERY,
            FEE,
            /** For no part that the shop names. */
            UNNAMED
        }
    }

    /**
     * A quantity of one article.
     *
     * @param line the line of the order that it belongs to, {@code null} where only the article is known
     */
    public record Item(Integer line, String sku, int quantity) {

        /** A quantity of an article whose line is not known. */
        public Item(String sku, int quantity) {
            this(null, sku, quantity);
        }
    }

    /**
     * @param size the parcel's weight and measures, {@code null} where the shop does not know them
     * @param deliveredAt when the customer had it, {@code null} where the shop does not know
     */
    public record Shipment(
            String trackingCode, String carrier, Instant shippedAt, List<Item> items, Size size, Instant deliveredAt) {

        public Shipment(String trackingCode, String carrier, Instant shippedAt, List<Item> items) {
            this(trackingCode, carrier, shippedAt, items, null, null);
        }
    }

    /** Weight and outer measures of a parcel, in grams and millimetres; all positive. */
    public record Size(int weightGrams, int lengthMm, int widthMm, int heightMm) {}

    /** A payment; the reference is the provider's own (at Stripe a payment intent). */
    public record Payment(String reference, String provider, Money amount, Instant paidAt) {}

    /** @param handledBy the user id of who handled the case that led to this repair, {@code null} where unknown */
    public record Repair(String sku, String serialNumber, Instant repairedAt, String description, String handledBy) {}

    public Optional<Line> line(String sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /** Who holds a payment, in the shop's word; {@code null} for one that is not listed. */
    public String holderOf(String paymentReference) {
        return payments.stream()
                .filter(payment -> payment.reference().equals(paymentReference))
                .map(Payment::provider)
                .findFirst()
                .orElse(null);
    }

    public Optional<Shipment> shipment(String trackingCode) {
        return shipments.stream()
                .filter(shipment -> Objects.equals(shipment.trackingCode(), trackingCode))
                .findFirst();
    }
}
