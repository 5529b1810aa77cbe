package io.redress.insight.casefile;

import java.time.Duration;

/** The format in which staff read durations. */
public final class DurationFormat {

    private DurationFormat() {}

    /** In wall-clock time, where long spans are days of 24 hours, as in {@code 30 days 6 h}; rounded down. */
    public static String ofWallClock(Duration duration) {
        if (duration.toDays() < 2) {
            return of(duration);
        }
        String days = duration.toDays() + " days";
        return duration.toHoursPart() == 0 ? days : days + " " + duration.toHoursPart() + " h";
    }

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
