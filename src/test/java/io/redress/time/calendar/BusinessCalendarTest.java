package io.redress.time.calendar;

import static io.redress.time.calendar.CalendarFixtures.calendar;
import static io.redress.time.calendar.CalendarFixtures.everyDay;
import static io.redress.time.calendar.CalendarFixtures.officeHours;
import static io.redress.time.calendar.CalendarFixtures.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates at which working time goes wrong, each worked out by hand. */
class BusinessCalendarTest {

    private static final Map<String, BusinessCalendar> CALENDARS = Map.ofEntries(
            Map.entry("office", officeHours("Europe/Berlin", "DE-BE")),
            Map.entry(
                    "lunch",
                    calendar(new CalendarDefinition(
                            "Europe/Berlin",
                            weekdays("09:00-12:00, 13:00-17:00"),
                            null,
                            List.of("2026-12-24"),
                            Map.of("2026-12-31", "09:00-12:00", "2026-12-27", "10:00-11:00")))),
            Map.entry("night", calendar(definition("Europe/Berlin", everyDay("00:00-06:00, 22:00-24:00")))),
            Map.entry("round", calendar(definition("Europe/Berlin", everyDay("00:00-24:00")))),
            Map.entry("early", calendar(definition("Europe/Berlin", everyDay("01:00-02:30")))),
            Map.entry("kathmandu", officeHours("Asia/Kathmandu")),
            Map.entry("howe", calendar(definition("Australia/Lord_Howe", everyDay("00:00-24:00")))),
            Map.entry("apia", calendar(definition("Pacific/Apia", everyDay("09:00-17:00")))),
            Map.entry("paulo", calendar(definition("America/Sao_Paulo", everyDay("00:00-01:30")))),
            Map.entry("johns", calendar(definition("America/St_Johns", everyDay("00:00-00:02, 23:30-24:00")))),
            Map.entry("zagreb", officeHours("Europe/Zagreb", "HR")),
            Map.entry("us", officeHours("America/New_York", "US")));

    private static CalendarDefinition definition(String zone, Map<String, String> hours) {
        return new CalendarDefinition(zone, hours, null, null, null);
    }

    @ParameterizedTest(name = "{0}: {1} and {2} is {3}, {4}")
    @CsvSource({
        "office, 2026-11-24T10:00+01:00, PT2H,      2026-11-24T12:00+01:00, within a day",
        "office, 2026-11-24T07:00+01:00, PT1H,      2026-11-24T10:00+01:00, from before opening",
        "office, 2026-11-24T18:30+01:00, PT1H,      2026-11-25T10:00+01:00, from after closing",
        "office, 2026-11-24T16:00+01:00, PT1H,      2026-11-24T17:00+01:00, exact fit is the closing itself",
        "office, 2026-11-24T16:00+01:00, PT1H0.000000001S, 2026-11-25T09:00:00.000000001+01:00, and a nanosecond more",
        "office, 2026-11-24T16:59:59+01:00, PT2S,   2026-11-25T09:00:01+01:00, the last second of a day",
        "office, 2026-11-27T16:00+01:00, PT2H,      2026-11-30T10:00+01:00, over a weekend",
        "office, 2026-11-28T12:00+01:00, PT0S,      2026-11-28T12:00+01:00, nothing is the start even on a Sunday",
        "office, 2026-11-28T12:00+01:00, PT8H,      2026-11-30T17:00+01:00, from a weekend",
        "office, 2026-04-02T16:00+02:00, PT2H,      2026-04-07T10:00+02:00, over Good Friday and Easter Monday",
        "office, 2026-03-06T16:00+01:00, PT2H,      2026-03-09T10:00+01:00, Women's Day in Berlin is a Sunday in 2026",
        "office, 2027-03-05T16:00+01:00, PT2H,      2027-03-09T10:00+01:00, and a Monday in 2027",
        "office, 2026-03-27T16:00+01:00, PT9H,      2026-03-30T17:00+02:00, over the clocks' change in spring",
        "office, 2026-10-23T16:00+02:00, PT9H,      2026-10-26T17:00+01:00, over the clocks' change in autumn",
        "office, 2028-02-28T16:00+01:00, PT9H,      2028-02-29T17:00+01:00, a leap day",
        "office, 2100-02-26T16:00+01:00, PT9H,      2100-03-01T17:00+01:00, no leap day in 2100",
        "office, 2026-12-31T16:00+01:00, PT2H,      2027-01-04T10:00+01:00, over New Year",
        "office, 2026-11-24T10:00+01:00, PT2024H,   2027-11-23T10:00+01:00, 52 weeks with seven holidays in them",
        "lunch,  2026-11-24T11:00+01:00, PT1H,      2026-11-24T12:00+01:00, exact fit to lunch",
        "lunch,  2026-11-24T11:00+01:00, PT1H1S,    2026-11-24T13:00:01+01:00, over lunch",
        "lunch,  2026-11-24T12:30+01:00, PT30M,     2026-11-24T13:30+01:00, from lunch",
        "lunch,  2026-12-23T16:00+01:00, PT2H,      2026-12-25T10:00+01:00, over a date of our own",
        "lunch,  2026-12-31T11:00+01:00, PT2H,      2027-01-01T10:00+01:00, on a short day of our own",
        "lunch,  2026-12-25T16:30+01:00, PT1H,      2026-12-27T10:30+01:00, a Sunday that is open",
        "night,  2026-11-24T23:00+01:00, PT2H,      2026-11-25T01:00+01:00, over midnight",
        "night,  2026-11-24T23:00+01:00, PT1H,      2026-11-25T00:00+01:00, exact fit to midnight",
        "night,  2026-11-24T23:59:59+01:00, PT7H,   2026-11-25T22:59:59+01:00, last second before midnight",
        "round,  2026-03-29T00:00+01:00, PT23H,     2026-03-30T00:00+02:00, a day of 23 hours",
        "round,  2026-10-25T00:00+02:00, PT25H,     2026-10-26T00:00+01:00, a day of 25 hours",
        "round,  2026-12-31T23:00+01:00, PT3H,      2027-01-01T02:00+01:00, over the year's end of zone and UTC",
        "early,  2026-03-29T00:00+01:00, PT1H30M,   2026-03-30T01:30+02:00, half of it skipped in spring",
        "early,  2026-10-25T00:00+02:00, PT1H30M,   2026-10-25T02:30+02:00, until the first 02:30",
        "early,  2026-10-25T00:00+02:00, PT1H31M,   2026-10-25T02:01+01:00, and again from the second 02:00",
        "early,  2026-10-25T00:00+02:00, PT2H,      2026-10-25T02:30+01:00, until the second 02:30",
        "kathmandu, 2026-11-24T16:59+05:45, PT2M,   2026-11-25T09:01+05:45, an offset with 45 minutes",
        "howe,   2026-10-04T00:00+10:30, PT23H30M,  2026-10-05T00:00+11:00, a change of half an hour",
        "howe,   2026-04-05T00:00+11:00, PT24H30M,  2026-04-06T00:00+10:30, and back",
        "apia,   2011-12-29T16:00-10:00, PT2H,      2011-12-31T10:00+14:00, a day that was skipped",
        "paulo,  2018-11-04T00:00-03:00, PT30M,     2018-11-04T01:30-02:00, the clocks jumped at midnight",
        "paulo,  2018-02-17T01:30-02:00, PT1H30M,   2018-02-18T01:30-03:00, and back at midnight",
        "johns,  2006-10-28T23:30-02:30, PT31M,     2006-10-29T00:01-02:30, back at a minute past midnight",
        "johns,  2006-10-28T23:30-02:30, PT61M,     2006-10-28T24:00-03:30, so the evening came again",
        "zagreb, 2026-06-19T16:00+02:00, PT2H,      2026-06-23T10:00+02:00, a holiday on a Monday",
        "us,     2027-12-30T16:00-05:00, PT2H,      2028-01-03T10:00-05:00, next year's holiday kept in this year",
        "us,     1945-08-13T16:00-04:00, PT2H,      1945-08-14T10:00-04:00, war time"
    })
    void countsOn(String calendar, String start, Duration workingTime, String end, String why) {
        BusinessCalendar counting = CALENDARS.get(calendar);
        Instant from = at(start);

        assertThat(counting.add(from, workingTime)).isEqualTo(at(end));
        assertThat(counting.between(from, at(end))).isEqualTo(workingTime);
    }

    /** ISO 8601, where midnight at a day's end may be written as 24:00. */
    private static Instant at(String text) {
        return text.contains("T24:00")
                ? OffsetDateTime.parse(text.replace("T24:00", "T00:00"))
                        .plusDays(1)
                        .toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}, then {3}")
    @CsvSource({
        "office, 2026-11-24T09:00+01:00,    true,  2026-11-24T09:00+01:00",
        "office, 2026-11-24T08:59:59.999+01:00, false, 2026-11-24T09:00+01:00",
        "office, 2026-11-24T16:59:59.999+01:00, true, 2026-11-24T16:59:59.999+01:00",
        "office, 2026-11-24T17:00+01:00,    false, 2026-11-25T09:00+01:00",
        "office, 2026-12-24T17:00+01:00,    false, 2026-12-28T09:00+01:00",
        "office, 2026-12-31T17:00+01:00,    false, 2027-01-04T09:00+01:00",
        "lunch,  2026-12-23T17:00+01:00,    false, 2026-12-25T09:00+01:00",
        "early,  2026-10-25T02:30+02:00,    false, 2026-10-25T02:00+01:00",
        "night,  2026-11-24T00:00+01:00,    true,  2026-11-24T00:00+01:00"
    })
    void opensAndCloses(String calendar, String at, boolean open, String opening) {
        assertThat(CALENDARS.get(calendar).isOpen(at(at))).isEqualTo(open);
        assertThat(CALENDARS.get(calendar).nextOpening(at(at))).isEqualTo(at(opening));
    }

    @Test
    void onAWallClockEverySecondCounts() {
        BusinessCalendar wall = BusinessCalendar.always("always", ZoneId.of("Europe/Berlin"));
        Instant sunday = at("2026-03-29T01:30+01:00");
        Duration century = Duration.ofDays(36_525);

        assertThat(wall.isOpen(sunday)).isTrue();
        assertThat(wall.nextOpening(sunday)).isEqualTo(sunday);
        assertThat(wall.add(sunday, century.multipliedBy(10))).isEqualTo(sunday.plus(century.multipliedBy(10)));
        assertThat(wall.between(sunday, sunday.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatNobodyCanCountIsRefused() {
        for (BusinessCalendar calendar :
                List.of(CALENDARS.get("office"), BusinessCalendar.always("always", CalendarFixtures.BERLIN))) {
            Instant now = at("2026-11-24T10:00+01:00");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> calendar.add(now, Duration.ofNanos(-1)));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> calendar.between(now, now.minusNanos(1)));
        }
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new OpeningHours(Map.of(), Map.of(), day -> false));
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> CALENDARS.get("office").add(at("2026-11-24T10:00+01:00"), Duration.ofDays(100_000)))
                .withMessageContaining("1900 to 2150");
    }

    @Test
    void holidaysAreThoseOfAllItsPlaces() {
        BusinessCalendar both = officeHours("Europe/Berlin", "DE-BY", "AT");

        assertThat(both.holidays(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 7)))
                .containsExactly(
                        LocalDate.of(2026, 10, 26), // Austria's national day
                        LocalDate.of(2026, 12, 8), // Austria
                        LocalDate.of(2026, 12, 25), // both
                        LocalDate.of(2027, 1, 1), // both
                        LocalDate.of(2027, 1, 6)); // both, but not all of Germany
    }
}
