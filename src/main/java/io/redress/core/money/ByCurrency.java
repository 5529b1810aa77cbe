package io.redress.core.money;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings by currency (ISO 4217), however its code is written. */
public final class ByCurrency {

    private ByCurrency() {}

    /**
     * The same by codes in upper case. Names from the environment are in lower case, and come before those of the
     * shipped settings: the first of a currency counts.
     */
    public static <V> Map<String, V> of(Map<String, V> settings) {
        Map<String, V> upperCase = new TreeMap<>();
        settings.forEach((currency, value) -> upperCase.putIfAbsent(currency.toUpperCase(Locale.ROOT), value));
        return Map.copyOf(upperCase);
    }
}
