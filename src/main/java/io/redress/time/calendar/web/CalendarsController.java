package io.redress.time.calendar.web;

import io.redress.time.calendar.CalendarDefinition;
import io.redress.time.calendar.CalendarVersion;
import io.redress.time.calendar.Calendars;
import io.redress.time.calendar.StoredCalendars;
import io.redress.time.calendar.UnknownCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for business calendars: staff read them, managers change them. */
@RestController
@RequestMapping("/api/calendars")
@Tag(name = "Calendars")
class CalendarsController {

    private final Calendars calendars;
    private final StoredCalendars stored;
    private final Clock clock;

    CalendarsController(Calendars calendars, StoredCalendars stored, Clock clock) {
        this.calendars = calendars;
        this.stored = stored;
        this.clock = clock;
    }

    @Schema(name = "BusinessCalendars")
    record ListView(List<CalendarView> items) {}

    @GetMapping
    @Operation(operationId = "listCalendars", summary = "Read every calendar as it is in force")
    ListView list(Principal reader) {
        return new ListView(calendars.all().values().stream().map(this::view).toList());
    }

    @GetMapping("/{name}")
    @Operation(operationId = "readCalendar", summary = "Read a calendar, and who changed it when")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such calendar")
    CalendarView read(@PathVariable String name, Principal reader) {
        return view(calendars.version(name));
    }

    /** What is wrong is named row by row; then nothing is stored, and what was in force stays so. */
    @PutMapping("/{name}")
    @Operation(
            operationId = "changeCalendar",
            summary = "Change a calendar, or make a new one; it is in force on every node within seconds")
    CalendarView change(@PathVariable String name, @RequestBody CalendarDefinition definition, Principal manager) {
        return view(stored.put(name, definition, manager.getName()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCalendar unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    private CalendarView view(CalendarVersion version) {
        return CalendarView.of(version, stored.history(version.calendar().name()), clock.instant());
    }
}
