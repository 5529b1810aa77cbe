package io.redress.sandbox.stripe;

import io.redress.sandbox.state.Amounts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Amounts as Stripe counts them, in the smallest unit it has for a currency; its number of decimals is not always that
 * of ISO 4217.
 */
public final class MinorUnits {

    private static final Set<String> NONE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private MinorUnits() {}

    /** @throws ArithmeticException where Stripe has no unit small enough */
    public static long of(BigDecimal amount, String currency) {
        return amount.movePointRight(decimals(currency)).longValueExact();
    }

    /** Whether Stripe has a unit small enough for the amount. */
    public static boolean fits(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() <= decimals(currency);
    }

    /** The amount in major units, printed with its currency's decimals. @param currency in any case */
    public static String text(long amount, String currency) {
        return Amounts.text(BigDecimal.valueOf(amount, decimals(currency)), currency.toUpperCase(Locale.ROOT));
    }

    private static int decimals(String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        return NONE.contains(code) ? 0 : THREE.contains(code) ? 3 : 2;
    }
}
