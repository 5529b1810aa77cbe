package io.redress.time.law;

import io.redress.time.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/**
 * The time that a law allows, in whole days of the wall clock.
 *
 * @param amount at least 1
 * @param rollsOver whether a last day that is a Saturday, a Sunday or a public holiday moves to the next working day,
 *     as Regulation (EEC, Euratom) No 1182/71 Art. 3(4) has it
 */
public record LegalTerm(int amount, Unit unit, Counting counting, boolean rollsOver) {

    /** What is counted. */
    public enum Unit {
        DAYS,
        /** Days on which the calendar has hours. */
        WORKING_DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    /** Which day is the first. */
    public enum Counting {
        /** The day after the event: one day after Monday ends with Tuesday. */
        AFTER,
        /** The event's own day: one day beginning with Monday ends with Monday. */
        BEGINNING_WITH
    }

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /**
     * When the term is over: the local midnight that ends its last day, in the calendar's zone. Where the zone skips
     * that midnight it is the first instant of the next day; where it comes twice, the first one. Days of 23 and 25
     * hours count as one.
     *
     * @param event what the term counts from; its day is that of the calendar's zone
     */
    public Instant end(Instant event, BusinessCalendar calendar) {
        LocalDate day = event.atZone(calendar.zone()).toLocalDate();
        return lastDay(day, calendar).plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    /**
     * The last day on which what is owed is in time, one that the zone has.
     *
     * @param event the day of what the term counts from
     */
    public LocalDate lastDay(LocalDate event, BusinessCalendar calendar) {
        LocalDate last =
                switch (unit) {
                    case DAYS -> event.plusDays(amount - (isOwnDayFirst() ? 1 : 0));
                    case WEEKS -> event.plusDays(7L * amount - (isOwnDayFirst() ? 1 : 0));
                    case MONTHS -> byMonths(event, amount);
                    case YEARS -> byMonths(event, 12L * amount);
                    case WORKING_DAYS -> byWorkingDays(event, calendar);
                };
        while (calendar.isSkipped(last) || rollsOver && isFreeByLaw(last, calendar)) {
            last = last.plusDays(1);
        }
        return last;
    }

    /** The same day of the last month, or the day before it; where that month has no such day, its last one. */
    private LocalDate byMonths(LocalDate event, long months) {
        YearMonth month = YearMonth.from(event).plusMonths(months);
        if (!month.isValidDay(event.getDayOfMonth())) {
            return month.atEndOfMonth();
        }
        LocalDate same = month.atDay(event.getDayOfMonth());
        return isOwnDayFirst() ? same.minusDays(1) : same;
    }

    private LocalDate byWorkingDays(LocalDate event, BusinessCalendar calendar) {
        LocalDate day = isOwnDayFirst() ? event.minusDays(1) : event;
        for (int counted = 0; counted < amount; counted++) {
            day = day.plusDays(1);
            while (calendar.isFree(day)) {
                day = day.plusDays(1);
            }
        }
        return day;
    }

    /** A team's own weekly day off is no holiday of the law's. */
    private static boolean isFreeByLaw(LocalDate day, BusinessCalendar calendar) {
        return WEEKEND.contains(day.getDayOfWeek())
                || !calendar.holidays(day, day.plusDays(1)).isEmpty();
    }

    private boolean isOwnDayFirst() {
        return counting == Counting.BEGINNING_WITH;
    }
}
