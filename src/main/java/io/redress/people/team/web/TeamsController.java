package io.redress.people.team.web;

import io.redress.people.team.TeamChanges;
import io.redress.people.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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

    TeamsController(Teams teams, TeamChanges changes, TeamViews views) {
        this.teams = teams;
        this.changes = changes;
        this.views = views;
    }

    @Schema(name = "Teams")
    record ListView(List<TeamView> items) {}

    @GetMapping
    @Operation(operationId = "listTeams", summary = "Read every team")
    ListView list(Principal reader) {
        return new ListView(views.all());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readTeam", summary = "Read a team")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    @ApiResponse(responseCode = "404", description = "There is no such team")
    ResponseEntity<Object> read(@PathVariable String id, Principal reader) {
        return teams.find(id)
                .map(team -> ResponseEntity.ok((Object) views.of(team)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such team.")));
    }

    /** What is wrong is named field by field, and nothing is changed then. */
    @PutMapping("/{id}")
    @Operation(
            operationId = "changeTeam",
            summary = "Change a team, or make a new one with its group",
            description =
                    "A field that is missing is empty; members and overflow stay as they are where they are missing.")
    TeamView change(@PathVariable String id, @RequestBody TeamRequest team, Principal manager) {
        return views.of(changes.put(id, team.of(id), manager.getName()));
    }
}
