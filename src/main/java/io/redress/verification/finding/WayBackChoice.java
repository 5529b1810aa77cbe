package io.redress.verification.finding;

/**
 * A handler's choice about goods that the customer has; either part is {@code null} where the table
 * {@code way-back.dmn} decides.
 *
 * @param goodsBack whether and how they come back
 * @param payWhen when the money for them goes
 */
public record WayBackChoice(GoodsBack goodsBack, PayWhen payWhen) {

    /** The field of {@code forms/verify-complaint.form} for {@link #goodsBack}. */
    public static final String GOODS_BACK = "goodsBack";

    /** The field of {@code forms/verify-complaint.form} for {@link #payWhen}. */
    public static final String PAY_WHEN = "payWhen";

    /** Nothing chosen: the table decides. */
    public static final WayBackChoice NONE = new WayBackChoice(null, null);

    /** Whether and how goods come back to us. */
    public enum GoodsBack {
        /** The customer gets a label and sends them. */
        LABEL,
        /** The carrier picks them up at the customer's door. */
        PICK_UP,
        /** The customer keeps them, on purpose. */
        KEEP
    }

    /** When the money for goods goes. */
    public enum PayWhen {
        NOW,
        /** Once the goods are with us. */
        ON_RECEIPT
    }

    /** Reads what a handler submitted; unknown words, and money that waits for goods that never come, are refused. */
    static WayBackChoice read(FormFields fields) {
        WayBackChoice choice = new WayBackChoice(
                fields.optional(GOODS_BACK, GoodsBack.class).orElse(null),
                fields.optional(PAY_WHEN, PayWhen.class).orElse(null));
        if (choice.goodsBack == GoodsBack.KEEP && choice.payWhen == PayWhen.ON_RECEIPT) {
            fields.refuse(PAY_WHEN, "The customer keeps the goods, so the money cannot wait for them.");
        }
        return choice;
    }

    boolean isNone() {
        return equals(NONE);
    }
}
