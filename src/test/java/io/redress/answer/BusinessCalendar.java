package io.redress.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A calendar of working hours with what managers stored. */
public record BusinessCalendar(
        String name,
        String zone,
        boolean open,
        Instant nextOpening,
        List<LocalDate> freeDates,
        CalendarDefinition definition,
        String changedBy,
        Instant changedAt,
        List<BusinessCalendarChange> history) {

    public record CalendarDefinition(
            String zone,
            Map<String, String> hours,
            List<String> holidays,
            List<String> closed,
            Map<String, String> special) {}

    public record BusinessCalendarChange(CalendarDefinition definition, String changedBy, Instant changedAt) {}
}
