package io.redress.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/**
 * An amount as a system writes it: digits from 0 to 9 and a point. Amounts from a program are read here, from the text
 * as it was sent: once a parser has made a number of it, {@code 1e3} looks like any other thousand.
 */
public final class SystemAmount {

    /** What such an amount looks like, for where a pattern is asked for. */
    public static final String FORM = "[0-9]{1,12}(?:\\.[0-9]{1,3})?";

    private static final Pattern AMOUNT = Pattern.compile(FORM);

    /** What a foreign system may write beside amounts: tax rates, reversed amounts, sums that were not rounded. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,10})?");

    private SystemAmount() {}

    /**
     * An amount of zero or more in major units, in a currency that is not known yet.
     *
     * @throws UnreadableAmount where the text is anything else, or {@code null}
     */
    public static BigDecimal read(String text) {
        if (text == null || !AMOUNT.matcher(text).matches()) {
            throw new UnreadableAmount(
                    "Must be an amount such as \"12.50\": at most 12 digits from 0 to 9, then at most 3 decimals after a"
                            + " point; no sign, exponent or blank.");
        }
        return new BigDecimal(text);
    }

    /**
     * An amount of zero or more.
     *
     * @throws UnreadableAmount where the text is anything else, or has more decimals than the currency
     */
    public static Money read(String text, CurrencyUnit currency) {
        BigDecimal amount = read(text);
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            throw new UnreadableAmount("Has more decimals than " + Decimals.of(currency) + ".");
        }
        return Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }

    /** An amount of zero or more, empty where it is none or the code is no currency's (ISO 4217). */
    public static Optional<Money> find(String text, String currencyCode) {
        try {
            return Optional.of(read(text, CurrencyUnit.of(currencyCode)));
        } catch (UnreadableAmount | IllegalCurrencyException none) {
            return Optional.empty();
        }
    }

    /**
     * A number that a foreign system writes as it likes, within what can be calculated with: no exponent, at most 12
     * digits before the point and 10 after it. It may be negative.
     *
     * @throws UnreadableAmount where the text is anything else
     */
    public static BigDecimal number(String text) {
        if (text == null || !NUMBER.matcher(text).matches()) {
            throw new UnreadableAmount(
                    "is no decimal number of at most 12 digits before the point and 10 after it, without an exponent");
        }
        return new BigDecimal(text);
    }
}
