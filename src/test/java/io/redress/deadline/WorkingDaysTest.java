package io.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15, 2, 2026-11-25T10:15",
        "2026-11-26T18:00, 2, 2026-11-30T18:00",
        "2026-11-27T23:59, 1, 2026-11-30T23:59",
        "2026-11-28T09:00, 1, 2026-12-01T00:00",
        "2026-03-27T10:00, 1, 2026-03-30T10:00"
    })
    void skipsTheWeekendAndKeepsTheTimeOfDay(LocalDateTime start, int days, LocalDateTime end) {
        assertThat(new WorkingDays(BERLIN).after(start.atZone(BERLIN).toInstant(), days))
                .isEqualTo(end.atZone(BERLIN).toInstant());
    }
}
