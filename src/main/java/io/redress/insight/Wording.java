package io.redress.insight;

import io.redress.complaint.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How staff read times, amounts and the domain's words: in the team's own zone. */
@Component
class Wording {

    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final Clock clock;

    Wording(@Value("${redress.zone}") ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** Empty for {@code null}. */
    String time(Instant instant) {
        return instant == null ? "" : DATE_AND_TIME.format(instant.atZone(zone));
    }

    /** How far away an instant is, such as {@code in 3 h 20 min} or {@code 2 d 4 h late}. */
    String distance(Instant due) {
        if (due == null) {
            return "no deadline";
        }
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() ? span(left.negated()) + " late" : "in " + span(left);
    }

    private static String span(Duration duration) {
        if (duration.toDays() > 0) {
            return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        }
        return duration.toHours() > 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d min".formatted(duration.toMinutes());
    }

    /** {@code NOT_RECEIVED} becomes {@code Not received}; a dash stands for {@code null}. */
    static String label(Enum<?> constant) {
        return constant == null ? "–" : label(Words.word(constant));
    }

    static String label(String word) {
        if (word == null || word.isEmpty()) {
            return "–";
        }
        String spaced = word.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** Empty for {@code null}. */
    static String amount(Money money) {
        return money == null ? "" : money.getAmount().toPlainString() + " " + money.getCurrencyUnit();
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
