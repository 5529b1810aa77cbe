package io.redress.remedy.goodwill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.Money;

/** The worth of a goodwill gesture: a share of the affected price, to the smallest coin, half a coin up. */
public final class GoodwillAmount {

    private static final int PERCENT = 2;

    private GoodwillAmount() {}

    /**
     * Never falls as price or share rise.
     *
     * @param price of everything affected
     * @param percent of the price, 0 for none
     * @return empty where it comes to less than half of the currency's smallest coin
     */
    public static Optional<Money> of(Money price, BigDecimal percent) {
        if (percent.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(price.multipliedBy(percent.movePointLeft(PERCENT), RoundingMode.HALF_UP))
                .filter(Money::isPositive);
    }
}
