package io.redress.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The team's working days: Monday to Friday in the team's zone ({@code redress.zone}). */
@Component
public class WorkingDays {

    private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ZoneId zone;

    public WorkingDays(@Value("${redress.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The same time of day so many working days later; what begins on a free day counts from the next working day's
     * beginning.
     *
     * @param days at least 1
     */
    public Instant after(Instant start, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("At least one working day, not " + days);
        }
        ZonedDateTime day = start.atZone(zone);
        if (isFree(day)) {
            day = nextWorkingDay(day).toLocalDate().atStartOfDay(zone);
        }
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        return day.toInstant();
    }

    private static ZonedDateTime nextWorkingDay(ZonedDateTime day) {
        ZonedDateTime next = day.plusDays(1);
        while (isFree(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isFree(ZonedDateTime day) {
        return FREE.contains(day.getDayOfWeek());
    }
}
