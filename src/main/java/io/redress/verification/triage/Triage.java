package io.redress.verification.triage;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Severity;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.staff.People;
import io.redress.core.staff.StandIns;
import io.redress.core.text.EnumWords;
import io.redress.people.assignment.FormerHolders;
import io.redress.people.assignment.TeamMoves;
import io.redress.people.team.Teams;
import io.redress.time.clock.Deadlines;
import io.redress.time.promise.Promises;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.gathering.Verification;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The result of the triage table: how grave a case is, how urgent, whose, and whether evidence alone decides. */
@Component
public class Triage {

    private final Complaints complaints;
    private final Verification verification;
    private final People people;
    private final StandIns standIns;
    private final Teams teams;
    private final TeamMoves moves;
    private final FormerHolders former;
    private final Deadlines deadlines;
    private final Promises promises;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    Triage(
            Complaints complaints,
            Verification verification,
            People people,
            StandIns standIns,
            Teams teams,
            TeamMoves moves,
            FormerHolders former,
            Deadlines deadlines,
            Promises promises,
            Timeline timeline,
            JdbcClient jdbc) {
        this.complaints = complaints;
        this.verification = verification;
        this.people = people;
        this.standIns = standIns;
        this.teams = teams;
        this.moves = moves;
        this.former = former;
        this.deadlines = deadlines;
        this.promises = promises;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /**
     * Records the table's answer, which sets the time that the clocks are given. Where an article failed before,
     * another handler than last time becomes the owner.
     *
     * @param team as the table names it: {@code handlers} for the team that fits market and language, {@code leads} for
     *     its leads, else a team's id
     * @param basis the word for what the evidence proves, empty where it proves nothing
     */
    @Transactional
    public Complaint record(
            CaseNumber caseNumber,
            String severity,
            int priority,
            String team,
            boolean conclusive,
            String basis,
            String reason) {
        String tier = verification
                .evidence(caseNumber)
                .filter(Evidence::orderFound)
                .map(evidence -> evidence.order().customer().tier())
                .orElse(null);
        Complaint before = complaints.get(caseNumber);
        noteEarlierHandlers(before);
        Complaint given =
                moves.triaged(before, team, verification.market(caseNumber).orElse(null));
        boolean sameTeam = given.team().equals(before.team());
        Complaint complaint = complaints.change(caseNumber, triaged -> {
            triaged.triaged(EnumWords.constant(Severity.class, severity).orElseThrow(), priority, given.team(), tier);
            // Such as the owner of an imported case that speaks of danger, who may be the person it accuses.
            if (triaged.isImported() && !sameTeam && !teams.mayWorkFor(triaged.owner(), given.team())) {
                triaged.ownedBy(null);
            }
            if (triaged.owner() == null) {
                triaged.ownedBy(anotherHandler(triaged));
            }
        });
        jdbc.sql("""
                        update redress.evidence set basis = :basis
                         where case_number = :caseNumber and round = :round""")
                .param("basis", conclusive ? basis : null)
                .param("caseNumber", caseNumber.value())
                .param("round", complaint.round())
                .update();
        timeline.engineDid(caseNumber, TimelineKind.TRIAGED, reason);
        deadlines.rate(complaint);
        if (!conclusive) {
            promises.personNeeded(complaint);
        }
        return complaint;
    }

    /**
     * Records how urgent the table finds a case that is triaged already, and whose it is then. An owner who is not in
     * that team loses the case; what evidence proves stays as it is.
     */
    @Transactional
    public void rateAgain(CaseNumber caseNumber, String severity, int priority, String team, String reason) {
        Complaint given = moves.triaged(
                complaints.get(caseNumber),
                team,
                verification.market(caseNumber).orElse(null));
        complaints.change(caseNumber, rated -> {
            rated.rated(EnumWords.constant(Severity.class, severity).orElseThrow(), priority);
            if (rated.owner() != null && !teams.mayWorkFor(rated.owner(), given.team())) {
                rated.ownedBy(null);
            }
        });
        timeline.engineDid(caseNumber, TimelineKind.TRIAGED, reason);
    }

    /** What evidence alone proves in the case's present round; empty where a person has to decide. */
    public String basis(Complaint complaint) {
        return jdbc.sql("select basis from redress.evidence where case_number = :caseNumber and round = :round")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .query((row, index) -> row.getString("basis") == null ? "" : row.getString("basis"))
                .optional()
                .orElse("");
    }

    /**
     * Whoever handled the repair that failed is not asked again, and neither is whoever handled a failed round of the
     * case itself.
     */
    private void noteEarlierHandlers(Complaint complaint) {
        verification
                .evidence(complaint.number())
                .filter(evidence -> evidence.earlierFailures() > 0)
                .map(Evidence::earlierHandlers)
                .orElse(List.of())
                .forEach(handler -> former.note(complaint, handler, FormerHolders.How.EARLIER_CASE));
    }

    /** @return {@code null} where nobody handled it before and the team may take it as it comes */
    private String anotherHandler(Complaint complaint) {
        List<String> before = verification
                .evidence(complaint.number())
                .map(Evidence::earlierHandlers)
                .orElse(List.of());
        if (before.isEmpty()) {
            return null;
        }
        return people.group(complaint.team()).stream()
                .map(People.Person::id)
                .filter(candidate -> !before.contains(candidate) && !standIns.isAway(candidate))
                .findFirst()
                .orElse(null);
    }
}
