package io.redress.remedy.goodwill;

import java.util.List;

/** The kinds of goodwill, in the words of the compensation table. */
public enum GoodwillType {
    /** Money on the customer's balance at the payment provider; the next invoice is lower by it. */
    CREDIT,
    /** A voucher from the shop's own pool, worth at least the amount. */
    CODE,
    /** A voucher that the payment provider makes and takes. */
    PROMOTION_CODE,
    /** Nothing that costs us today. */
    LONGER_GUARANTEE,
    /** A code from the shop's own pool by which the next delivery is free. */
    FREE_DELIVERY;

    /** What is given where the wish cannot be met, best first. */
    private static final List<GoodwillType> INSTEAD = List.of(CREDIT, CODE, PROMOTION_CODE);

    /** Whether it is worth something to the customer without being money, or a voucher for it. */
    public boolean isInKind() {
        return this == LONGER_GUARANTEE || this == FREE_DELIVERY;
    }

    /** The ways to give it, the wish first. */
    List<GoodwillType> orElse() {
        List<GoodwillType> ways = new java.util.ArrayList<>(List.of(this));
        INSTEAD.stream().filter(way -> way != this).forEach(ways::add);
        return ways;
    }
}
