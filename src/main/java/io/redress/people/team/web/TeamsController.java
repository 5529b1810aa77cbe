package io.redress.people.team.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.people.team.TeamChanges;
import io.redress.people.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for teams: staff read them, managers change them. */
@RestController
@RequestMapping("/api/teams")
@Tag(name = "Teams")
class TeamsController {

    private final Teams teams;
    private final TeamChanges changes;
    private final TeamViews views;
    private final People people;

    TeamsController(Teams teams, TeamChanges changes, TeamViews views, People people) {
        this.teams = teams;
        this.changes = changes;
        this.views = views;
        this.people = people;
    }

    @Schema(name = "Teams")
    record ListView(List<TeamView> items) {}

    @GetMapping
    @Operation(summary = "Read every team")
    ListView list(Principal reader) {
        requireStaff(reader);
        return new ListView(views.all());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a team")
    ResponseEntity<Object> read(@PathVariable String id, Principal reader) {
        requireStaff(reader);
        return teams.find(id)
                .map(team -> ResponseEntity.ok((Object) views.of(team)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such team.")));
    }

    /** What is wrong is named field by field, and nothing is changed then. */
    @PutMapping("/{id}")
    @Operation(
            summary = "Change a team, or make a new one with its group",
            description =
                    "A field that is missing is empty; members and overflow stay as they are where they are missing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TeamView.class))))
    TeamView change(@PathVariable String id, @RequestBody JsonNode body, Principal manager) {
        if (!people.groupsOf(manager.getName()).contains(Groups.MANAGERS)) {
            throw new AccessDeniedException("Only managers change teams.");
        }
        return views.of(changes.put(id, TeamRequest.read(id, body), manager.getName()));
    }

    private void requireStaff(Principal reader) {
        if (!teams.isStaff(reader.getName())) {
            throw new AccessDeniedException("Only staff read teams.");
        }
    }
}
