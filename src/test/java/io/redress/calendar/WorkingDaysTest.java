package io.redress.calendar;

import static io.redress.calendar.CalendarFixtures.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
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

    private static void assertAfter(BusinessCalendar calendar, LocalDateTime start, int days, LocalDateTime end) {
        assertThat(new WorkingDays(() -> calendar).after(start.atZone(BERLIN).toInstant(), days))
                .isEqualTo(end.atZone(BERLIN).toInstant());
    }
}
