package io.redress.remedy.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A proposed remedy, before it has a row in the ledger.
 *
 * @param money what the customer gets, {@code null} where no money is concerned
 * @param goodsValue the price of the goods that are replaced, {@code null} where none are
 * @param paymentProvider who holds the payment, in the shop's word; {@code null} where no order lists it
 */
public record Proposal(
        RemedyKind kind,
        Money money,
        Money goodsValue,
        String paymentProvider,
        String paymentReference,
        String charge,
        String customerReference,
        String surplusSubscription,
        String orderNumber,
        Set<Remedy.Item> items,
        Set<Remedy.FeeShare> fees) {

    /** The same once more. */
    public static Proposal again(Remedy remedy) {
        return new Proposal(
                remedy.kind(),
                remedy.amount().signum() == 0 ? null : remedy.money(),
                remedy.goodsValue().signum() == 0
                        ? null
                        : Money.of(CurrencyUnit.of(remedy.currency()), remedy.goodsValue()),
                remedy.paymentProvider(),
                remedy.paymentReference(),
                remedy.charge(),
                remedy.customerReference(),
                remedy.surplusSubscription(),
                remedy.orderNumber(),
                remedy.items(),
                remedy.fees());
    }

    /** The same refund of a smaller amount: the articles' shares first, then the fees'. */
    public Proposal atMost(Money limit) {
        BigDecimal left = limit.getAmount();
        Set<Remedy.Item> ofItems = new LinkedHashSet<>();
        for (Remedy.Item item : items) {
            BigDecimal share = item.amount() == null ? null : item.amount().min(left);
            left = share == null ? left : left.subtract(share);
            ofItems.add(new Remedy.Item(item.line(), item.sku(), item.quantity(), share));
        }
        Set<Remedy.FeeShare> ofFees = new LinkedHashSet<>();
        for (Remedy.FeeShare fee : fees) {
            BigDecimal share = fee.amount().min(left);
            left = left.subtract(share);
            ofFees.add(new Remedy.FeeShare(fee.kind(), fee.name(), share));
        }
        return new Proposal(
                kind,
                limit,
                goodsValue,
                paymentProvider,
                paymentReference,
                charge,
                customerReference,
                surplusSubscription,
                orderNumber,
                ofItems,
                ofFees);
    }

    public static Proposal refund(
            Money money,
            String paymentProvider,
            String paymentReference,
            String charge,
            String orderNumber,
            Set<Remedy.Item> items,
            Set<Remedy.FeeShare> fees) {
        return new Proposal(
                RemedyKind.REFUND,
                money,
                null,
                paymentProvider,
                paymentReference,
                charge,
                null,
                null,
                orderNumber,
                items,
                fees);
    }

    public static Proposal wrongCharge(
            Money money,
            String paymentProvider,
            String paymentReference,
            String charge,
            String surplus,
            String orderNumber) {
        return new Proposal(
                RemedyKind.REFUND,
                money,
                null,
                paymentProvider,
                paymentReference,
                charge,
                null,
                surplus,
                orderNumber,
                Set.of(),
                Set.of());
    }

    public static Proposal replacement(Money goodsValue, String orderNumber, Set<Remedy.Item> items) {
        return new Proposal(
                RemedyKind.REPLACEMENT, null, goodsValue, null, null, null, null, null, orderNumber, items, Set.of());
    }

    /** A part of a refund, of the same payment. */
    public static Proposal part(Remedy refund, Money amount, Set<Remedy.Item> items, Set<Remedy.FeeShare> fees) {
        return new Proposal(
                RemedyKind.REFUND,
                amount,
                null,
                refund.paymentProvider(),
                refund.paymentReference(),
                refund.charge(),
                null,
                refund.surplusSubscription(),
                refund.orderNumber(),
                items,
                fees);
    }

    /** Money on top, or a voucher that stands for it. */
    public static Proposal goodwill(Money money, String customerReference, String orderNumber) {
        return new Proposal(
                RemedyKind.GOODWILL,
                money,
                null,
                null,
                null,
                null,
                customerReference,
                null,
                orderNumber,
                Set.of(),
                Set.of());
    }

    /** Something on top that is worth this much and is no money. */
    public static Proposal goodwillInKind(Money worth, String orderNumber) {
        return new Proposal(
                RemedyKind.GOODWILL, null, worth, null, null, null, null, null, orderNumber, Set.of(), Set.of());
    }

    /** Something a person does, or that is done by saying it. */
    public static Proposal inPerson(RemedyKind kind, String orderNumber) {
        return new Proposal(kind, null, null, null, null, null, null, null, orderNumber, Set.of(), Set.of());
    }

    String currency() {
        Money known = money == null ? goodsValue : money;
        return known == null ? null : known.getCurrencyUnit().getCode();
    }

    BigDecimal amount() {
        return money == null ? BigDecimal.ZERO : money.getAmount();
    }

    BigDecimal value() {
        return goodsValue == null ? BigDecimal.ZERO : goodsValue.getAmount();
    }
}
