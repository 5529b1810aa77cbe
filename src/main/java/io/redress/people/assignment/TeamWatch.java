package io.redress.people.assignment;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.people.team.Team;
import io.redress.people.team.TeamChanged;
import io.redress.people.team.Teams;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The update of open cases when the people of a team change: tasks that are offered to people one by one are offered
 * anew, and where nobody belongs to a team any more its cases go to the team that fits next.
 */
@Component
class TeamWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TeamWatch.class);
    private static final int MOST_AT_ONCE = 200;

    private final Teams teams;
    private final Complaints complaints;
    private final FormerHolders former;
    private final TeamMoves moves;
    private final OpenWork work;

    TeamWatch(Teams teams, Complaints complaints, FormerHolders former, TeamMoves moves, OpenWork work) {
        this.teams = teams;
        this.complaints = complaints;
        this.former = former;
        this.moves = moves;
        this.work = work;
    }

    @EventListener
    void changed(TeamChanged changed) {
        former.openCasesOf(changed.team(), MOST_AT_ONCE).stream()
                .map(complaints::get)
                .forEach(work::offer);
    }

    /** Also where somebody left the group in the engine's own administration. */
    @Scheduled(
            fixedDelayString = "${redress.watches.people:PT10S}",
            initialDelayString = "${redress.watches.people:PT10S}")
    void moveCasesOfEmptyTeams() {
        List<Team> all = teams.all();
        if (all.size() == 1) {
            return;
        }
        all.stream()
                .filter(team -> teams.members(team.id()).isEmpty())
                .flatMap(team -> complaints.openServedBy(team.id(), MOST_AT_ONCE).stream())
                .forEach(this::leaveEmptyTeam);
    }

    /** A case that somebody acts on at this moment is checked again the next time. */
    private void leaveEmptyTeam(CaseNumber caseNumber) {
        try {
            moves.leaveEmptyTeam(caseNumber);
        } catch (RuntimeException later) {
            LOG.warn("Case {} stays with a team without members for now", caseNumber, later);
        }
    }
}
