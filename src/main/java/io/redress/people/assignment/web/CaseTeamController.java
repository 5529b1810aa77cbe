package io.redress.people.assignment.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.UnknownCase;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.text.VisibleText;
import io.redress.people.assignment.TeamMoves;
import io.redress.people.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
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
    private final People people;

    CaseTeamController(TeamMoves moves, Complaints complaints, Teams teams, People people) {
        this.moves = moves;
        this.complaints = complaints;
        this.teams = teams;
        this.people = people;
    }

    @Schema(name = "TeamMove")
    record Move(
            @Schema(type = "string", description = "A team's id, or leads for the leads of its team.")
            JsonNode team,

            @Schema(type = "string", description = "Why; it is kept.")
            JsonNode reason) {}

    @Schema(name = "CaseTeam")
    record CaseTeam(String caseNumber, String team, List<String> teams, String owner) {}

    @PutMapping
    @Operation(
            summary = "Move a case to another team, where it stays",
            description =
                    "For leads and managers. Its open tasks, its owner where nobody there, and its clocks follow.")
    CaseTeam move(@PathVariable String caseNumber, @RequestBody Move move, Principal lead) {
        requireLead(lead.getName());
        if (!CaseNumber.looksLike(caseNumber)) {
            throw new UnknownCase(caseNumber);
        }
        Complaint complaint = complaints.get(new CaseNumber(caseNumber));
        if (!teams.sees(lead.getName(), complaint)) {
            throw new UnknownCase(caseNumber);
        }
        List<Problem> problems = new ArrayList<>();
        String team = text("team", move.team(), "Name the team.", problems);
        String reason = text("reason", move.reason(), "Say why; it is kept.", problems);
        if (reason != null && reason.length() > LONGEST_REASON) {
            problems.add(new Problem("reason", "Must have at most 1,000 characters."));
        }
        if (complaint.hasEnded()) {
            problems.add(new Problem("team", "The case has ended."));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        Complaint moved = moves.move(complaint.number(), team, lead.getName(), reason);
        return new CaseTeam(caseNumber, moved.team(), moved.teams(), moved.owner());
    }

    private static String text(String field, JsonNode given, String message, List<Problem> problems) {
        String text = given == null || !given.isTextual()
                ? null
                : VisibleText.of(given.textValue())
                        .filter(visible -> visible.indexOf('\0') < 0)
                        .orElse(null);
        if (text == null) {
            problems.add(new Problem(field, message));
        }
        return text;
    }

    private void requireLead(String login) {
        List<String> groups = people.groupsOf(login);
        if (!groups.contains(Groups.LEADS) && !groups.contains(Groups.MANAGERS)) {
            throw new AccessDeniedException("Only leads and managers move a case to another team.");
        }
    }
}
