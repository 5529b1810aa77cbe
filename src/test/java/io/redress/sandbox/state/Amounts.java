package io.redress.sandbox.state;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as decimals in major units, each with as many decimals as ISO 4217 gives its currency. */
public final class Amounts {

    private Amounts() {}

    /** Whether ISO 4217 knows the code, in capitals, as a currency that things are paid in. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }

    /** The number of decimals of a known currency. */
    public static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** The amount as it is printed: 4100 in JPY, 41.00 in EUR, 1.234 in KWD; a finer amount keeps its decimals. */
    public static String text(BigDecimal amount, String currency) {
        int needed = Math.max(0, amount.stripTrailingZeros().scale());
        return amount.setScale(Math.max(needed, decimals(currency))).toPlainString();
    }
}
