package io.redress.core.input;

import java.time.DateTimeException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * The range of years in which every date that is sent to this system must lie; dates beyond it are slips or attacks.
 */
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
