package io.redress.people.visibility;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.UnknownCase;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.people.team.Teams;
import org.springframework.stereotype.Component;

/** The cases as a login may see them: staff see what {@link Visibility} lets them, a system those that it registered. */
@Component
public class VisibleCases {

    private final Complaints complaints;
    private final Teams teams;
    private final Visibility visibility;

    VisibleCases(Complaints complaints, Teams teams, Visibility visibility) {
        this.complaints = complaints;
        this.teams = teams;
        this.visibility = visibility;
    }

    /**
     * The case, if this login may see it.
     *
     * @throws UnknownCase where there is none, and where it is somebody else's
     */
    public Complaint open(String caseNumber, String login) {
        if (!CaseNumber.looksLike(caseNumber)) {
            throw new UnknownCase(caseNumber);
        }
        Complaint complaint = complaints.get(new CaseNumber(caseNumber));
        boolean theirs = teams.isStaff(login)
                ? visibility.maySee(login, complaint.number())
                : complaint.client().equals(login);
        if (!theirs) {
            throw new UnknownCase(caseNumber);
        }
        return complaint;
    }
}
