package io.redress.remedy.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.redress.remedy.owed.FeeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One row of the remedy ledger.
 *
 * @param id also the key by which the provider knows it, the same over all attempts
 * @param currency ISO 4217, {@code null} where no money is concerned
 * @param amount the money that goes to the customer, in major units; zero for goods and words
 * @param goodsValue the price of the goods that are replaced, in major units; zero otherwise
 * @param paymentProvider who holds the payment that is given back, in the shop's word; {@code null} where no order lists it, and
 *     in rows from before it was written down
 * @param surplusSubscription the subscription to end with the last refund of its charges
 * @param providerReference the id at payment provider or warehouse, or the proof of what was done by hand
 * @param handledBy who took care of a failed remedy by hand, {@code null} while nobody has
 * @param requestedBy the user id of who decided, or {@code redress}
 * @param fees what of a refund is for fees; what neither they nor the items have of it is for no article
 * @param notOwed whether a person said of a failed remedy that it is not owed
 */
public record Remedy(
        UUID id,
        String caseNumber,
        int round,
        RemedyKind kind,
        RemedyStatus status,
        String currency,
        BigDecimal amount,
        BigDecimal goodsValue,
        String paymentProvider,
        String paymentReference,
        String charge,
        String customerReference,
        String surplusSubscription,
        String orderNumber,
        String providerReference,
        String trackingCode,
        String requestedBy,
        String approvedBy,
        String failure,
        String handledBy,
        Instant createdAt,
        Instant changedAt,
        Set<Item> items,
        Set<FeeShare> fees,
        boolean notOwed) {

    /**
     * A quantity of one article of the order that this remedy is for.
     *
     * @param line the line of the order, {@code null} in rows from before lines were written down
     * @param quantity 0 where an earlier part of the same refund names the pieces already
     * @param amount the article's share of a refund in major units; {@code null} where only the pieces are known, which
     *     then stand for their whole price
     */
    public record Item(Integer line, String sku, int quantity, BigDecimal amount) {

        @JsonCreator
        public Item {}

        /** Pieces of an article whose line is not known. */
        public Item(String sku, int quantity, BigDecimal amount) {
            this(null, sku, quantity, amount);
        }

        /** Pieces without a share of their own, as of a replacement. */
        public static Item pieces(int line, String sku, int quantity) {
            return new Item(line, sku, quantity, null);
        }
    }

    /**
     * What of a refund is for a fee of the order.
     *
     * @param name the shop's own name of a further fee; empty for the delivery fee
     * @param amount in major units
     */
    public record FeeShare(FeeKind kind, String name, BigDecimal amount) {}

    /** A remedy that is for articles alone, or for none. */
    public Remedy(
            UUID id,
            String caseNumber,
            int round,
            RemedyKind kind,
            RemedyStatus status,
            String currency,
            BigDecimal amount,
            BigDecimal goodsValue,
            String paymentProvider,
            String paymentReference,
            String charge,
            String customerReference,
            String surplusSubscription,
            String orderNumber,
            String providerReference,
            String trackingCode,
            String requestedBy,
            String approvedBy,
            String failure,
            String handledBy,
            Instant createdAt,
            Instant changedAt,
            Set<Item> items) {
        this(
                id,
                caseNumber,
                round,
                kind,
                status,
                currency,
                amount,
                goodsValue,
                paymentProvider,
                paymentReference,
                charge,
                customerReference,
                surplusSubscription,
                orderNumber,
                providerReference,
                trackingCode,
                requestedBy,
                approvedBy,
                failure,
                handledBy,
                createdAt,
                changedAt,
                items,
                Set.of(),
                false);
    }

    /** @throws IllegalStateException where no money is concerned */
    public Money money() {
        if (currency == null) {
            throw new IllegalStateException("Remedy " + id + " has no amount");
        }
        return Money.of(CurrencyUnit.of(currency), amount);
    }

    /** What it costs us: the money, or the price of the goods. */
    public BigDecimal cost() {
        return amount.add(goodsValue);
    }
}
