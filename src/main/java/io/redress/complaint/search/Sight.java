package io.redress.complaint.search;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaint;
import java.util.Optional;
import java.util.Set;

/**
 * The cases that a member of staff may see.
 *
 * @param login whose sight it is
 * @param hidden the numbers of the cases that they must not see, whatever else holds: those that accuse them, and their
 *     own
 * @param teams the teams whose cases they see; empty for all teams
 * @param personal the numbers of the cases in which they have work of their own, whichever team has the case
 */
public record Sight(String login, Set<String> hidden, Optional<Set<String>> teams, Set<String> personal) {

    /** Whether there is no case that they may not see. */
    public boolean isEverything() {
        return hidden.isEmpty() && teams.isEmpty();
    }

    public boolean sees(Complaint complaint) {
        return sees(complaint.number().value(), complaint.servingTeam(), complaint.owner());
    }

    public boolean sees(CaseHead head) {
        return sees(head.number().value(), head.servingTeam(), head.owner());
    }

    private boolean sees(String caseNumber, String team, String owner) {
        if (hidden.contains(caseNumber)) {
            return false;
        }
        return teams.isEmpty() || teams.get().contains(team) || login.equals(owner) || personal.contains(caseNumber);
    }
}
