package io.redress.time.calendar;

import static io.redress.time.calendar.CalendarFixtures.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15, 2, 2026-11-25T10:15",
        "2026-11-26T18:00, 2, 2026-11-30T18:00",
        "2026-11-27T23:59, 1, 2026-11-30T23:59",
        "2026-11-28T09:00, 1, 2026-12-01T00:00",
        "2026-03-27T10:00, 1, 2026-03-30T10:00"
    })
    void skipsTheWeekendAndKeepsTheTimeOfDay(LocalDateTime start, int days, LocalDateTime end) {
        assertAfter(CalendarFixtures.officeHours("Europe/Berlin"), start, days, end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02T10:00, 1, 2026-04-07T10:00",
        "2026-04-03T10:00, 1, 2026-04-08T00:00",
        "2026-12-23T10:00, 2, 2026-12-28T10:00"
    })
    void skipsTheHolidaysOfTheCalendar(LocalDateTime start, int days, LocalDateTime end) {
        assertAfter(CalendarFixtures.officeHours("Europe/Berlin", "DE"), start, days, end);
    }

    @Test
    void dayThatTheZoneSkipsIsFree() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessCalendar office = CalendarFixtures.officeHours("Pacific/Apia");

        assertThat(office.isFree(LocalDate.parse("2011-12-30"))).isTrue();
        assertThat(BusinessCalendar.always("always", apia).isFree(LocalDate.parse("2011-12-30")))
                .isTrue();
        assertThat(new WorkingDays(() -> office)
                        .after(ZonedDateTime.of(2011, 12, 29, 10, 0, 0, 0, apia).toInstant(), 1))
                .as("Thursday is followed by Saturday there, and that by a Sunday")
                .isEqualTo(ZonedDateTime.of(2012, 1, 2, 10, 0, 0, 0, apia).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "02:00-03:00, true, false",
        "02:15-02:45, true, false",
        "01:59-03:00, false, false",
        "02:00-03:01, false, false",
        "03:00-04:00, false, false",
        "closed, true, true"
    })
    void hoursThatTheClockSkipsAreFree(String hours, boolean inSpring, boolean inAutumn) {
        BusinessCalendar calendar = CalendarFixtures.calendar(new CalendarDefinition(
                "Europe/Berlin", Map.of("sunday", hours, "monday", "09:00-17:00"), null, null, null));

        assertThat(calendar.isFree(LocalDate.parse("2026-03-29"))).isEqualTo(inSpring);
        assertThat(calendar.isFree(LocalDate.parse("2026-10-25"))).isEqualTo(inAutumn);
    }

    private static void assertAfter(BusinessCalendar calendar, LocalDateTime start, int days, LocalDateTime end) {
        assertThat(new WorkingDays(() -> calendar).after(start.atZone(BERLIN).toInstant(), days))
                .isEqualTo(end.atZone(BERLIN).toInstant());
    }
}
