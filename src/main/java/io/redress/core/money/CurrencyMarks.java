package io.redress.core.money;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** The code and the signs of a currency, as any language writes them. */
final class CurrencyMarks {

    private static final UnicodeSet SHOWS_NOTHING = new UnicodeSet("[[:White_Space:][:Cf:]]").freeze();
    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private CurrencyMarks() {}

    /** Whether this stands for the currency beside an amount, in small letters or capitals. */
    static boolean isOf(CurrencyUnit currency, String mark) {
        return KNOWN.computeIfAbsent(currency.getCode(), CurrencyMarks::marks).contains(plain(mark));
    }

    private static Set<String> marks(String code) {
        Currency currency = Currency.getInstance(code);
        Stream<String> signs = Arrays.stream(ULocale.getAvailableLocales())
                .flatMap(language -> Stream.of(Currency.SYMBOL_NAME, Currency.NARROW_SYMBOL_NAME)
                        .map(style -> currency.getName(language, style, null)));
        return Stream.concat(Stream.of(code), signs).map(CurrencyMarks::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String mark) {
        StringBuilder shown = new StringBuilder();
        mark.codePoints().filter(each -> !SHOWS_NOTHING.contains(each)).forEach(shown::appendCodePoint);
        return shown.toString().toUpperCase(Locale.ROOT);
    }
}
