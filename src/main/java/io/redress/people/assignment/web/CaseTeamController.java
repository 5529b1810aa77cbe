package io.redress.people.assignment.web;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.UnknownCase;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.Attempts;
import io.redress.core.input.RefusedInput;
import io.redress.core.request.ApiRequest;
import io.redress.people.assignment.TeamMoves;
import io.redress.people.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which a lead or a manager moves a case to another team. */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/team")
@Tag(name = "Complaints")
class CaseTeamController {

    private static final int LONGEST_REASON = 1_000;

    private final TeamMoves moves;
    private final Complaints complaints;
    private final Teams teams;

    CaseTeamController(TeamMoves moves, Complaints complaints, Teams teams) {
        this.moves = moves;
        this.complaints = complaints;
        this.teams = teams;
    }

    @Schema(name = "TeamMove")
    record Move(
            @NotNull(message = "Name the team.")
            @Schema(description = "A team's id, or leads for the leads of its team.")
            String team,

            @NotNull(message = "Say why; it is kept.")
            @Size(max = LONGEST_REASON)
            @Schema(description = "Why; it is kept.")
            String reason)
            implements ApiRequest {}

    @Schema(name = "CaseTeam")
    record CaseTeam(String caseNumber, String team, List<String> teams, String owner) {}

    @PutMapping
    @Operation(
            operationId = "moveToTeam",
            summary = "Move a case to another team, where it stays",
            description = "Its open tasks, its owner where nobody there, and its clocks follow.")
    CaseTeam move(@PathVariable String caseNumber, @RequestBody Move move, Principal lead) {
        if (!CaseNumber.looksLike(caseNumber)) {
            throw new UnknownCase(caseNumber);
        }
        Complaint complaint = complaints.get(new CaseNumber(caseNumber));
        if (!teams.sees(lead.getName(), complaint)) {
            throw new UnknownCase(caseNumber);
        }
        if (complaint.hasEnded()) {
            throw new RefusedInput("team", "The case has ended.");
        }
        Complaint moved = Attempts.of(() -> moves.move(complaint.number(), move.team(), lead.getName(), move.reason()));
        return new CaseTeam(caseNumber, moved.team(), moved.teams(), moved.owner());
    }
}
