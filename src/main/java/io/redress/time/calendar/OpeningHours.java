package io.redress.time.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The opening hours of each local date. Own dates take precedence over public holidays, and these over the weekday.
 */
final class OpeningHours {

    private final Map<DayOfWeek, List<Opening>> week;
    private final Map<LocalDate, List<Opening>> ownDates;
    private final Predicate<LocalDate> holiday;

    /**
     * @param week the spans of each weekday in the order of the day, not overlapping; a day that is missing has none
     * @param ownDates the spans of single dates; none where that date is closed
     * @throws IllegalArgumentException where no weekday has an hour: there would be nothing to count in
     */
    OpeningHours(
            Map<DayOfWeek, List<Opening>> week, Map<LocalDate, List<Opening>> ownDates, Predicate<LocalDate> holiday) {
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A calendar needs a weekday with a working hour");
        }
        this.week = Map.copyOf(week);
        this.ownDates = Map.copyOf(ownDates);
        this.holiday = holiday;
    }

    List<Opening> on(LocalDate day) {
        List<Opening> own = ownDates.get(day);
        if (own != null) {
            return own;
        }
        List<Opening> usual = usually(day);
        return usual.isEmpty() || !holiday.test(day) ? usual : List.of();
    }

    /** The hours of the date's weekday. */
    List<Opening> usually(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
