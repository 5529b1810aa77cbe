package io.redress.people.absence.web;

import io.redress.core.database.Attempts;
import io.redress.core.request.ApiRequest;
import io.redress.core.staff.People;
import io.redress.people.absence.Deputies;
import io.redress.people.absence.Deputyship;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for deputies: managers arrange them for everybody, people for themselves. */
@RestController
@RequestMapping("/api/deputies")
@Tag(name = "Deputies")
class DeputiesController {

    private final Deputies deputies;
    private final People people;

    DeputiesController(Deputies deputies, People people) {
        this.deputies = deputies;
        this.people = people;
    }

    @Schema(name = "DeputyArrangement")
    record Arrangement(
            @NotNull @Schema(description = "The login of who stands in.")
            String deputy,

            @Schema(description = "When it begins; now, where it is missing or past.")
            OffsetDateTime from,

            @NotNull @Schema(description = "When it is over; at most a year after it begins.")
            OffsetDateTime until,

            String reason)
            implements ApiRequest {}

    @Schema(name = "Deputyship")
    record View(
            String person,
            String deputy,
            OffsetDateTime from,
            OffsetDateTime until,
            String reason,
            String setBy,
            OffsetDateTime setAt,
            String endedBy,
            OffsetDateTime endedAt) {}

    @Schema(name = "Deputyships")
    record ListView(List<View> items) {}

    @GetMapping
    @Operation(
            operationId = "listDeputies",
            summary = "Read what was ever arranged, newest first; who is no manager sees what concerns them")
    ListView list(Principal reader) {
        boolean all = isManager(reader);
        return new ListView(deputies.all().stream()
                .filter(one -> all
                        || one.person().equals(reader.getName())
                        || one.deputy().equals(reader.getName()))
                .map(DeputiesController::view)
                .toList());
    }

    @PutMapping("/{person}")
    @Operation(
            operationId = "arrangeDeputy",
            summary =
                    "Arrange who does a person's work and approves in their place, instead of what was arranged before")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "404", description = "There is no such person")
    View arrange(@PathVariable String person, @RequestBody Arrangement wanted, Principal by) {
        requireRight(person, by);
        return view(Attempts.of(() -> deputies.arrange(
                person,
                wanted.deputy(),
                instant(wanted.from()),
                instant(wanted.until()),
                wanted.reason(),
                by.getName())));
    }

    @DeleteMapping("/{person}")
    @Operation(operationId = "endDeputy", summary = "End what is arranged for a person")
    @ApiResponse(responseCode = "204", description = "Ended", content = @Content)
    @ApiResponse(responseCode = "404", description = "Nothing is arranged for this person, or there is no such person")
    ResponseEntity<Void> end(@PathVariable String person, Principal by) {
        requireRight(person, by);
        return Attempts.of(() -> deputies.end(person, by.getName()))
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private void requireRight(String person, Principal by) {
        boolean own = person.equals(by.getName()) && deputies.isStaff(person);
        if (!own && !isManager(by)) {
            throw new AccessDeniedException("Managers arrange deputies for everybody, people for themselves.");
        }
        if (!deputies.isStaff(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private boolean isManager(Principal reader) {
        return people.groupsOf(reader.getName()).contains("managers");
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static View view(Deputyship one) {
        return new View(
                one.person(),
                one.deputy(),
                utc(one.from()),
                utc(one.until()),
                one.reason(),
                one.setBy(),
                utc(one.setAt()),
                one.endedBy(),
                utc(one.endedAt()));
    }
}
