package io.redress.time.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.calendar.CalendarFixtures;
import io.redress.time.calendar.Calendars;
import io.redress.time.law.LegalTerm.Counting;
import io.redress.time.law.LegalTerm.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day a law's term ends, and at which instant that day is over. */
class LegalTermTest {

    private static final Calendars CALENDARS = CalendarFixtures.calendars(
            Map.of("redress.calendars.standard.zone", "Europe/Berlin", "redress.calendars.standard.holidays[0]", "DE"));

    @ParameterizedTest(name = "{0} + {1} {2} {3}: {4}")
    @CsvSource({
        // UK Consumer Rights Act 2015 s. 20(15): beginning with the day of the event, which is day 1
        "2026-11-24, 14, days, beginning_with, 2026-12-07",
        "2026-12-25, 14, days, beginning_with, 2027-01-07",
        "2028-02-20, 14, days, beginning_with, 2028-03-04",
        "2026-11-24, 1, days, beginning_with, 2026-11-24",
        // Directive 2011/83/EU Art. 13(1) with Regulation 1182/71 Art. 3(1): the day of the event does not count
        "2026-11-24, 14, days, after, 2026-12-08",
        "2027-02-15, 14, days, after, 2027-03-01",
        "2028-02-15, 14, days, after, 2028-02-29",
        "2026-11-24, 1, days, after, 2026-11-25",
        // weeks end on the same weekday, or on the one before it
        "2026-11-24, 8, weeks, after, 2027-01-19",
        "2026-11-24, 8, weeks, beginning_with, 2027-01-18",
        // months and years end on the same date, where there is none on the month's last day
        "2027-01-31, 1, months, after, 2027-02-28",
        "2028-01-31, 1, months, after, 2028-02-29",
        "2027-01-30, 1, months, after, 2027-02-28",
        "2027-02-28, 1, months, after, 2027-03-28",
        "2026-08-31, 1, months, after, 2026-09-30",
        "2026-12-15, 1, months, after, 2027-01-15",
        "2028-02-29, 2, years, after, 2030-02-28",
        "2026-11-24, 2, years, after, 2028-11-24",
        "2027-01-31, 1, months, beginning_with, 2027-02-28",
        "2027-01-29, 1, months, beginning_with, 2027-02-28",
        "2027-01-28, 1, months, beginning_with, 2027-02-27",
        "2027-03-01, 1, months, beginning_with, 2027-03-31",
        "2027-01-01, 1, years, beginning_with, 2027-12-31",
        "2028-02-29, 1, years, beginning_with, 2029-02-28",
        // working days: over a weekend, and over Christmas, both days of it, and New Year
        "2026-11-27, 1, working_days, after, 2026-11-30",
        "2026-11-28, 1, working_days, after, 2026-11-30",
        "2026-12-23, 3, working_days, after, 2026-12-29",
        "2026-12-14, 15, working_days, after, 2027-01-06",
        "2026-11-27, 1, working_days, beginning_with, 2026-11-27",
        "2026-11-28, 1, working_days, beginning_with, 2026-11-30",
        "2026-11-27, 2, working_days, beginning_with, 2026-11-30"
    })
    void termEndsOnThisDay(LocalDate event, int amount, String unit, String counting, LocalDate last) {
        assertThat(term(amount, unit, counting, false).lastDay(event, CALENDARS.standard()))
                .isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} + {1} {2} {3}: {4}")
    @CsvSource({
        // Regulation 1182/71 Art. 3(4): a Saturday, a Sunday, Christmas (then Saturday to Sunday), 1 January, a working
        // day
        "2026-11-07, 14, days, after, 2026-11-23",
        "2026-11-08, 14, days, after, 2026-11-23",
        "2026-12-11, 14, days, after, 2026-12-28",
        "2026-12-01, 1, months, after, 2027-01-04",
        "2027-01-31, 1, months, after, 2027-03-01",
        "2026-11-24, 14, days, after, 2026-12-08"
    })
    void lastDayThatIsFreeMovesToTheNextWorkingDay(
            LocalDate event, int amount, String unit, String counting, LocalDate last) {
        assertThat(term(amount, unit, counting, true).lastDay(event, CALENDARS.standard()))
                .isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} in {1} + {2} days: {3}")
    @CsvSource({
        // the event's day is that of the zone: 23:30 in London is the next day in Berlin and still the same in New York
        "2026-11-24T23:30:00Z, Europe/London, 14, 2026-12-09T00:00:00Z",
        "2026-11-24T23:30:00Z, Europe/Berlin, 14, 2026-12-09T23:00:00Z",
        "2026-11-25T02:00:00Z, America/New_York, 14, 2026-12-09T05:00:00Z",
        // over the change of the clocks in spring and in autumn, and ending on the very day of 23 or 25 hours
        "2027-03-20T10:00:00Z, Europe/Berlin, 14, 2027-04-03T22:00:00Z",
        "2027-03-27T10:00:00Z, Europe/Berlin, 1, 2027-03-28T22:00:00Z",
        "2027-10-30T10:00:00Z, Europe/Berlin, 1, 2027-10-31T23:00:00Z",
        // zones with odd offsets, one that skips a midnight, and one that has it twice
        "2026-11-24T10:00:00Z, Asia/Kathmandu, 1, 2026-11-25T18:15:00Z",
        "2027-03-27T10:00:00Z, Asia/Beirut, 0, 2027-03-27T22:00:00Z",
        "2026-10-31T12:00:00Z, America/Havana, 0, 2026-11-01T04:00:00Z"
    })
    void termIsOverAtTheMidnightThatEndsItsLastDay(Instant event, String zone, int days, Instant end) {
        BusinessCalendar calendar = BusinessCalendar.always("a zone", ZoneId.of(zone));
        LegalTerm term = days == 0 ? term(1, "days", "beginning_with", false) : term(days, "days", "after", false);

        assertThat(term.end(event, calendar)).isEqualTo(end);
    }

    private static LegalTerm term(int amount, String unit, String counting, boolean rollsOver) {
        return new LegalTerm(
                amount,
                Unit.valueOf(unit.toUpperCase(Locale.ROOT)),
                Counting.valueOf(counting.toUpperCase(Locale.ROOT)),
                rollsOver);
    }
}
