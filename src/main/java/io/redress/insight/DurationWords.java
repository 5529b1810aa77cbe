package io.redress.insight;

import java.time.Duration;

/** How long something is, as staff read it. */
public final class DurationWords {

    private DurationWords() {}

    /** For instance {@code 3 h 20 min}; whole minutes, rounded down. @param duration not negative */
    public static String of(Duration duration) {
        long hours = duration.toHours();
        return hours == 0 ? duration.toMinutesPart() + " min" : hours + " h " + duration.toMinutesPart() + " min";
    }
}
