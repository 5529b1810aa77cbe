package io.redress.remedy.owed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The amounts that payment providers can move. Cards know no third decimal: in the currencies that have three, amounts
 * end in 0. Prices may well have a third decimal, so what is owed is rounded up, to the customer's advantage, as far as
 * that much is left of what was captured.
 */
public final class PayableAmounts {

    /** Sent in whole units only, whatever ISO 4217 says. */
    private static final Set<String> WHOLE_UNITS = Set.of("ISK", "UGX");

    private PayableAmounts() {}

    /** The decimals that a provider can move of a currency. */
    public static int decimals(CurrencyUnit currency) {
        return WHOLE_UNITS.contains(currency.getCode()) ? 0 : Math.min(2, currency.getDecimalPlaces());
    }

    /** Whether a provider can move exactly this amount. */
    public static boolean isPayable(Money amount) {
        return floor(amount).isEqual(amount);
    }

    /** The greatest amount that a provider can move and that is not above this one. */
    public static Money floor(Money amount) {
        return rounded(amount, RoundingMode.DOWN);
    }

    static Money ceiling(Money amount) {
        return rounded(amount, RoundingMode.UP);
    }

    private static Money rounded(Money amount, RoundingMode mode) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        BigDecimal value = amount.getAmount().setScale(decimals(currency), mode);
        return Money.of(currency, value, RoundingMode.UNNECESSARY);
    }
}
