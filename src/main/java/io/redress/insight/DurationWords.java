package io.redress.insight;

import java.time.Duration;

/** How long something is, as staff read it. */
public final class DurationWords {

    private DurationWords() {}

    /** For instance {@code 3 h 20 min} or {@code 3 h}; whole minutes, rounded down. @param duration not negative */
    public static String of(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }
}
