package io.redress.conversation.letter;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The addressee of a text: their language, the clock on their wall, and what they may know.
 *
 * @param seesPrices false for somebody who was given the goods and must not learn what they cost or who paid
 * @param knowsOrder whether it is certain that the order is theirs; to anybody else nothing of it is told, not even
 *     that it exists
 */
public record Addressee(Locale locale, ZoneId zone, boolean seesPrices, boolean knowsOrder) {

    /** A day as the reader writes it. */
    public String day(Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
    }

    /** A point in time, with the zone it is meant in. */
    public String moment(Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)) + " ("
                + zone.getDisplayName(TextStyle.FULL, locale) + ")";
    }

    /** A point in time where it is plain which zone is meant. */
    public String time(Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** An amount with its currency; empty where the reader must not see it. */
    public Optional<String> amount(Money money) {
        if (!seesPrices) {
            return Optional.empty();
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.getCurrencyUnit().toCurrency());
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return Optional.of(format.format(money.getAmount()));
    }

    private String format(Instant instant, DateTimeFormatter formatter) {
        return formatter.withLocale(locale).withZone(zone).format(instant);
    }
}
