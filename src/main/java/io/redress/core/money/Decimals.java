package io.redress.core.money;

import org.joda.money.CurrencyUnit;

/** The number of decimals that a currency has, in words for messages. */
final class Decimals {

    private Decimals() {}

    /** Such as "EUR, which has 2". */
    static String of(CurrencyUnit currency) {
        int places = currency.getDecimalPlaces();
        return currency.getCode() + ", which has " + (places == 0 ? "none" : places);
    }
}
