package io.redress.time.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.time.calendar.BusinessCalendar;
import io.redress.time.calendar.CalendarDefinition;
import io.redress.time.calendar.CalendarVersion;
import io.redress.time.calendar.StoredCalendars.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** A calendar as the API shows it while it is in force. Times are in its own zone. */
@Schema(name = "BusinessCalendar")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CalendarView(
        String name,

        @Schema(description = "The zone that counts, also where the definition names none")
        String zone,

        @Schema(description = "Whether now is working time") boolean open,

        @Schema(description = "Now, or when it opens next") OffsetDateTime nextOpening,

        @Schema(description = "The dates of the coming year that are free although their weekday is not")
        List<LocalDate> freeDates,

        @NotNull CalendarDefinition definition,

        @Schema(description = "The manager who stored it, null where it comes from the configuration")
        String changedBy,

        OffsetDateTime changedAt,

        @Schema(description = "What managers stored, newest first")
        List<Stored> history) {

    @Schema(name = "BusinessCalendarChange")
    record Stored(@NotNull CalendarDefinition definition, String changedBy, OffsetDateTime changedAt) {}

    static CalendarView of(CalendarVersion version, List<Change> history, Instant now) {
        BusinessCalendar calendar = version.calendar();
        ZoneId zone = calendar.zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new CalendarView(
                calendar.name(),
                zone.getId(),
                calendar.isOpen(now),
                at(calendar.nextOpening(now), zone),
                calendar.holidays(today, today.plusYears(1)),
                version.definition(),
                version.changedBy(),
                at(version.changedAt(), zone),
                history.stream()
                        .map(one -> new Stored(one.definition(), one.changedBy(), at(one.changedAt(), zone)))
                        .toList());
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
