package io.redress.remedy.replacement;

import io.redress.engine.guard.ModelBean;
import io.redress.time.calendar.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** The times at which to ask where a replacement's parcel is, and to tell others that nobody looks for it. */
@ModelBean("parcelWatch")
public class ParcelWatch {

    private static final Duration BEFORE_FIRST_SCAN = Duration.ofHours(8);
    private static final Duration UNDER_WAY = Duration.ofHours(12);

    private final ParcelWatchRows rows;
    private final WorkingDays workingDays;
    private final Clock clock;

    ParcelWatch(ParcelWatchRows rows, WorkingDays workingDays, Clock clock) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** For the timer in the diagram: when the carrier is asked next, at the latest when the first scan is due. */
    public Date nextCheckAt(String parcelId) {
        Instant now = clock.instant();
        ParcelWatchRow row = rows.get(UUID.fromString(parcelId));
        if (row.wasScanned()) {
            return Date.from(now.plus(UNDER_WAY));
        }
        Instant next = now.plus(BEFORE_FIRST_SCAN);
        boolean scanComesFirst = row.scanDueAt().isAfter(now) && row.scanDueAt().isBefore(next);
        return Date.from(scanComesFirst ? row.scanDueAt() : next);
    }

    /** For the timer in the diagram: when leads hear of a parcel that nobody looked for. */
    public Date leadsToldAt(String parcelId) {
        return Date.from(workingDays.after(clock.instant(), 1));
    }
}
