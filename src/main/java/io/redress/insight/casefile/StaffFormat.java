package io.redress.insight.casefile;

import io.redress.complaint.timeline.TimelineEntry;
import io.redress.conversation.outbox.Message;
import io.redress.core.text.EnumWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The format in which staff read times, amounts and the domain's words: in the team's own zone. */
@Component
class StaffFormat {

    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final ZoneId zone;

    StaffFormat(@Value("${redress.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /** Empty for {@code null}. */
    String time(Instant instant) {
        return instant == null ? "" : DATE_AND_TIME.format(instant.atZone(zone));
    }

    static String day(LocalDate day) {
        return DATE.format(day);
    }

    /** The zone that all times here are in, such as {@code Europe/Berlin}. */
    String zone() {
        return zone.getId();
    }

    /** {@code de-AT} becomes {@code German (Austria)}; empty for {@code null}. */
    static String language(String tag) {
        return tag == null ? "" : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /** Who speaks in a message, and whether the other side has it. */
    /** Who did it; what staff passed on says for whom. */
    static String actor(TimelineEntry entry) {
        return entry.onBehalfOf() == null ? entry.actor() : entry.actor() + " for the " + entry.onBehalfOf();
    }

    static String speaker(Message message) {
        if (message.direction() == Message.Direction.IN) {
            return "Customer";
        }
        return switch (message.status()) {
            case TELL -> "We, still to be told";
            case TOLD -> "We, told in person";
            case FAILED, DROPPED -> "We, not delivered";
            case HELD -> "We, held until somebody lets it go";
            case DUE, SENDING -> "We, on its way";
            case SENT, RECEIVED -> "We";
        };
    }

    /** What happened; a remedy's steps say which step it was. */
    static String event(TimelineEntry entry) {
        return switch (entry.kind()) {
            case REMEDY_PROPOSED -> entry.text() + ": proposed";
            case REMEDY_APPROVED -> entry.text() + ": approved";
            case REMEDY_SENT -> entry.text() + ": sent";
            case REMEDY_UNKNOWN -> entry.text() + ": unknown";
            case REMEDY_SETTLED -> entry.text() + ": settled";
            default -> entry.text();
        };
    }

    /** {@code NOT_RECEIVED} becomes {@code Not received}; a dash stands for {@code null}. */
    static String label(Enum<?> constant) {
        return constant == null ? "–" : label(EnumWords.word(constant));
    }

    static String label(Enum<?> constant, String otherwise) {
        return constant == null ? otherwise : label(constant);
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

    /** At most so many characters, the last of which says that there are more. */
    static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
