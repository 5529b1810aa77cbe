package io.redress.time.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A business calendar: when somebody works, and how working time is counted. Immutable and safe to share between
 * threads.
 *
 * <p>The main rule: an instant is working time exactly when the wall clock of the {@link #zone()} shows a local time
 * within the hours of its local date. So an hour that the wall clock skips in spring is nobody's working time, even in
 * the middle of the hours: 00:00-24:00 has 23 hours on that day. An hour that it shows twice in autumn counts twice.
 * Opening or closing within skipped time happens when the clock jumps; within time that is shown twice it happens
 * twice: 01:00-02:30 in Berlin is open until the first 02:30 and again from the second 02:00 to the second 02:30.
 *
 * <p>Working time is exact to the nanosecond and covers the years {@value #FIRST_YEAR} to {@value #LAST_YEAR} of UTC;
 * beyond them nobody knows the holidays, and the answer is a {@link DateTimeException}. Wall-clock calendars have no
 * bounds.
 */
public final class BusinessCalendar {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2150;

    private final String name;
    private final ZoneId zone;
    /** {@code null} where every second counts. */
    private final OpeningHours hours;

    private final AtomicReferenceArray<OpenYear> years = new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    BusinessCalendar(String name, ZoneId zone, OpeningHours hours) {
        this.name = name;
        this.zone = zone;
        this.hours = hours;
    }

    /** A calendar in which every second counts, as on a wall clock. */
    public static BusinessCalendar always(String name, ZoneId zone) {
        return new BusinessCalendar(name, zone, null);
    }

    /** What tables and configuration call it. */
    public String name() {
        return name;
    }

    /** The zone whose wall clock the hours are read from. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The first instant by which so much working time has passed. Where it fits exactly to a closing time it is that
     * very instant, not the next opening; with none to pass it is the start itself.
     *
     * @throws IllegalArgumentException for a negative span
     */
    public Instant add(Instant start, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time is never negative, as " + workingTime + " is");
        }
        if (hours == null || workingTime.isZero()) {
            return start.plus(workingTime);
        }
        int number = yearOf(start);
        OpenYear year = year(number);
        Duration left = workingTime.plusNanos(year.position(start));
        while (left.compareTo(Duration.ofNanos(year.total())) > 0) {
            left = left.minusNanos(year.total());
            year = year(++number);
        }
        return year.at(left.toNanos());
    }

    /**
     * The working time from start to end.
     *
     * @throws IllegalArgumentException where the end is before the start
     */
    public Duration between(Instant start, Instant end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("%s is before %s".formatted(end, start));
        }
        if (hours == null) {
            return Duration.between(start, end);
        }
        int first = yearOf(start);
        int last = yearOf(end);
        Duration passed =
                Duration.ofNanos(year(last).position(end) - year(first).position(start));
        for (int number = first; number < last; number++) {
            passed = passed.plusNanos(year(number).total());
        }
        return passed;
    }

    /** Whether this instant is working time; the instant of opening is, that of closing is not. */
    public boolean isOpen(Instant instant) {
        return hours == null || year(yearOf(instant)).isOpen(instant);
    }

    /** The first instant from this one on that is working time: the instant itself, or the next opening. */
    public Instant nextOpening(Instant instant) {
        if (isOpen(instant)) {
            return instant;
        }
        int number = yearOf(instant);
        Instant opening = year(number).openingFrom(instant);
        while (opening == null) {
            opening = year(++number).openingFrom(instant);
        }
        return opening;
    }

    /**
     * Whether this local date has no working hour. Hours that the zone skips are none, so a day that it skips
     * altogether is free in every calendar.
     */
    public boolean isFree(LocalDate day) {
        List<Opening> openings = hours == null ? Opening.WHOLE_DAY : hours.on(day);
        return openings.stream().noneMatch(opening -> exists(day, opening));
    }

    /** Whether the zone skips this local date, as Samoa did the 30th of December 2011. */
    public boolean isSkipped(LocalDate day) {
        return Opening.WHOLE_DAY.stream().noneMatch(opening -> exists(day, opening));
    }

    /**
     * Whether the wall clock shows any of the span: it does not where it jumps from before its beginning to its end or
     * beyond.
     */
    private boolean exists(LocalDate day, Opening opening) {
        LocalDateTime midnight = day.atStartOfDay();
        ZoneOffsetTransition jump = zone.getRules().getTransition(midnight.plusSeconds(opening.from()));
        return jump == null || !jump.isGap() || jump.getDateTimeAfter().isBefore(midnight.plusSeconds(opening.to()));
    }

    /** The local dates from the first to before the last that are free although their weekday is not. */
    public List<LocalDate> holidays(LocalDate first, LocalDate last) {
        List<LocalDate> free = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            if (isFree(day) && (hours == null || !hours.usually(day).isEmpty())) {
                free.add(day);
            }
        }
        return free;
    }

    private static int yearOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private OpenYear year(int number) {
        if (number < FIRST_YEAR || number > LAST_YEAR) {
            throw new DateTimeException(
                    "Calendar %s knows the years %d to %d, not %d".formatted(name, FIRST_YEAR, LAST_YEAR, number));
        }
        OpenYear known = years.get(number - FIRST_YEAR);
        if (known == null) {
            known = OpenYear.of(number, hours, zone);
            years.set(number - FIRST_YEAR, known);
        }
        return known;
    }

    @Override
    public String toString() {
        return name + " (" + zone + ")";
    }
}
