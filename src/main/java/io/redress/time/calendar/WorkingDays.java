package io.redress.time.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The team's working days: those on which the calendar {@code standard} has hours, in its zone. */
@Component
public class WorkingDays {

    private final Supplier<BusinessCalendar> calendars;

    @Autowired
    WorkingDays(Calendars calendars) {
        this(calendars::standard);
    }

    WorkingDays(Supplier<BusinessCalendar> calendars) {
        this.calendars = calendars;
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
        BusinessCalendar calendar = calendars.get();
        ZonedDateTime time = start.atZone(calendar.zone());
        LocalDate day = time.toLocalDate();
        LocalTime timeOfDay = time.toLocalTime();
        if (calendar.isFree(day)) {
            day = nextWorkingDay(calendar, day);
            timeOfDay = LocalTime.MIDNIGHT;
        }
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(calendar, day);
        }
        return day.atTime(timeOfDay).atZone(calendar.zone()).toInstant();
    }

    private static LocalDate nextWorkingDay(BusinessCalendar calendar, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (calendar.isFree(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
