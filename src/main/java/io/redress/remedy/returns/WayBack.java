package io.redress.remedy.returns;

import io.redress.remedy.returns.GoodsReturn.Condition;
import io.redress.verification.finding.WayBackChoice.GoodsBack;
import io.redress.verification.finding.WayBackChoice.PayWhen;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * The decision about pieces of one line that the customer has, as it was made with the remedy: whether and how they
 * come back.
 *
 * @param value the price of all pieces together
 * @param payWhen when the money for them goes; {@link PayWhen#NOW} also where they are not paid back
 * @param reason for staff
 * @param chosenBy a user id, or {@code redress} where the table decided
 * @param returned how many pieces came back, {@code null} until somebody has opened the parcel
 * @param condition in which they came, {@code null} where none did
 */
public record WayBack(
        int line,
        String sku,
        String description,
        int quantity,
        Money value,
        GoodsBack way,
        PayWhen payWhen,
        String reason,
        String chosenBy,
        Integer returned,
        Condition condition) {

    /** Whether we want them back. */
    public boolean comesBack() {
        return way != GoodsBack.KEEP;
    }

    /** The pieces as people call them, such as {@code 2 × Wireless headphones}. */
    public String article() {
        return quantity + " × " + (description == null ? sku : description);
    }

    /** Whether all of it is back as it was described. */
    boolean isBackAsDescribed() {
        return returned != null && returned == quantity && condition == Condition.AS_DESCRIBED;
    }

    /** What the pieces cost that did not come back. */
    Money valueMissing() {
        return returned == null
                ? value
                : value.multipliedBy(quantity - (long) returned).dividedBy(quantity, RoundingMode.DOWN);
    }
}
