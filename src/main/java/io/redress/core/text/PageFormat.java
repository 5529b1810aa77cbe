package io.redress.core.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The format in which pages show times and the domain's words. */
public record PageFormat(ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** In this zone; empty for {@code null}. */
    public String moment(Instant instant) {
        return instant == null ? "" : MOMENT.format(instant.atZone(zone));
    }

    /** {@code lost_parcel} becomes {@code Lost parcel}. */
    public String label(String word) {
        String spaced = word == null || word.isEmpty() ? "–" : word.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** What the evidence proved, where it decided, and what the authority table said. */
    public String why(String basis, String rule) {
        return basis.isEmpty() ? rule : label(basis) + ". " + rule;
    }
}
