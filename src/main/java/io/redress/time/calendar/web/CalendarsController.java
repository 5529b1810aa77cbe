package io.redress.time.calendar.web;

import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.Workplaces;
import io.redress.time.calendar.CalendarDefinition;
import io.redress.time.calendar.CalendarVersion;
import io.redress.time.calendar.Calendars;
import io.redress.time.calendar.StoredCalendars;
import io.redress.time.calendar.UnknownCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
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
    private final People people;
    private final Workplaces workplaces;
    private final Clock clock;

    CalendarsController(
            Calendars calendars, StoredCalendars stored, People people, Workplaces workplaces, Clock clock) {
        this.calendars = calendars;
        this.stored = stored;
        this.people = people;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    @Schema(name = "BusinessCalendars")
    record ListView(List<CalendarView> items) {}

    @GetMapping
    @Operation(summary = "Read every calendar as it is in force")
    ListView list(Principal reader) {
        requireStaff(reader);
        return new ListView(calendars.all().values().stream().map(this::view).toList());
    }

    @GetMapping("/{name}")
    @Operation(summary = "Read a calendar, and who changed it when")
    CalendarView read(@PathVariable String name, Principal reader) {
        requireStaff(reader);
        return view(calendars.version(name));
    }

    /** What is wrong is named row by row; then nothing is stored, and what was in force stays so. */
    @PutMapping("/{name}")
    @Operation(summary = "Change a calendar, or make a new one; it is in force on every node within seconds")
    CalendarView change(@PathVariable String name, @RequestBody CalendarDefinition definition, Principal manager) {
        if (!isOf(manager, Groups.MANAGERS)) {
            throw new AccessDeniedException("Only managers change calendars.");
        }
        return view(stored.put(name, definition, manager.getName()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCalendar unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    private CalendarView view(CalendarVersion version) {
        return CalendarView.of(version, stored.history(version.calendar().name()), clock.instant());
    }

    private void requireStaff(Principal reader) {
        if (people.groupsOf(reader.getName()).stream()
                .noneMatch(group -> Groups.PEOPLE.contains(group) || workplaces.isTeam(group))) {
            throw new AccessDeniedException("Only staff read calendars.");
        }
    }

    private boolean isOf(Principal person, String group) {
        return people.groupsOf(person.getName()).contains(group);
    }
}
