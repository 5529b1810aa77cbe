package io.redress.core.input;

import java.time.DateTimeException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** The years in which anything that is said to this system may lie; beyond them are slips and attacks. */
public final class Years {

    private static final int FIRST = 1900;
    private static final int LAST = 2199;

    private Years() {}

    /**
     * The same date, time or month.
     *
     * @throws DateTimeException where its year is not near
     */
    public static <T extends TemporalAccessor> T near(T time) {
        int year = time.get(ChronoField.YEAR);
        if (year < FIRST || year > LAST) {
            throw new DateTimeException("Must lie between the years %d and %d".formatted(FIRST, LAST));
        }
        return time;
    }
}
