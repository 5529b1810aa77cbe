package io.redress.outside.payment.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Money as Stripe counts it. Stripe's number of decimals is its own, not always that of ISO 4217: the Icelandic króna
 * and the Ugandan shilling have none but are sent with two, the Malagasy ariary is sent with none, and of three
 * decimals the last must be 0.
 */
final class StripeAmounts {

    private static final Set<String> NO_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");
    private static final Set<String> TWO_DECIMALS_OF_ZERO = Set.of("ISK", "UGX");

    private StripeAmounts() {}

    /** @throws IllegalArgumentException where Stripe cannot move exactly this amount */
    static long toStripe(Money money) {
        long amount;
        try {
            amount = money.getAmount().movePointRight(decimals(code(money))).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Stripe has no coin small enough for " + money, e);
        }
        if (amount % step(code(money)) != 0) {
            throw new IllegalArgumentException("Stripe does not take the last decimal of " + money);
        }
        return amount;
    }

    /** @throws ArithmeticException where the amount has more decimals than the currency */
    static Money fromStripe(long amount, String currency) {
        CurrencyUnit unit = currency(currency);
        BigDecimal decimal = BigDecimal.valueOf(amount).movePointLeft(decimals(unit.getCode()));
        return Money.of(unit, decimal, RoundingMode.UNNECESSARY);
    }

    static CurrencyUnit currency(String currency) {
        return CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
    }

    /** The currency as Stripe writes it. */
    static String currencyOf(Money money) {
        return code(money).toLowerCase(Locale.ROOT);
    }

    private static String code(Money money) {
        return money.getCurrencyUnit().getCode();
    }

    private static int decimals(String code) {
        if (NO_DECIMALS.contains(code)) {
            return 0;
        }
        return THREE_DECIMALS.contains(code) ? 3 : 2;
    }

    private static int step(String code) {
        if (TWO_DECIMALS_OF_ZERO.contains(code)) {
            return 100;
        }
        return THREE_DECIMALS.contains(code) ? 10 : 1;
    }
}
