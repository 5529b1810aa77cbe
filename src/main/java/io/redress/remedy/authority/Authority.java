package io.redress.remedy.authority;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.people.visibility.Visibility;
import io.redress.remedy.authority.Approvers.Standing;
import io.redress.remedy.authority.AuthorityTable.Answer;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.verification.finding.Verdicts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The limits of authority: who may decide how much, and that nobody approves what they asked for themselves. */
@Component
public class Authority {

    static final List<String> RANKS = List.of("handler", "lead", "manager");

    private final Complaints complaints;
    private final Decisions decisions;
    private final RemedyLedger ledger;
    private final AuthoritySums sums;
    private final Approvers approvers;
    private final AuthorityTable table;
    private final AuthorityChecks checks;
    private final Timeline timeline;
    private final Visibility visibility;
    private final Verdicts verdicts;

    Authority(
            Complaints complaints,
            Decisions decisions,
            RemedyLedger ledger,
            AuthoritySums sums,
            Approvers approvers,
            AuthorityTable table,
            AuthorityChecks checks,
            Timeline timeline,
            Visibility visibility,
            Verdicts verdicts) {
        this.verdicts = verdicts;
        this.complaints = complaints;
        this.decisions = decisions;
        this.ledger = ledger;
        this.sums = sums;
        this.approvers = approvers;
        this.table = table;
        this.checks = checks;
        this.timeline = timeline;
        this.visibility = visibility;
    }

    /** What the table is asked about a case that was just decided. */
    @Transactional
    public AuthorityQuestion stake(CaseNumber caseNumber) {
        String decidedBy = decidedBy(caseNumber);
        String role = decidedBy.equals(TimelineEntry.ENGINE) ? decidedBy : approvers.role(decidedBy);
        return sums.ofDecision(caseNumber, decidedBy, role);
    }

    /**
     * Takes the table's answer: the remedies go out on the authority of who decided, or wait for another person.
     *
     * @return whether they wait
     */
    @Transactional
    public boolean needsApproval(CaseNumber caseNumber, Answer answer) {
        String decidedBy = decidedBy(caseNumber);
        AuthorityQuestion stake = stake(caseNumber);
        checks.decided(complaints.get(caseNumber), decidedBy, stake, answer);
        if (answer.approver().equals(AuthorityTable.NOBODY)) {
            ledger.approve(caseNumber, decidedBy);
            complaints.change(caseNumber, Complaint::makesGood);
            return false;
        }
        complaints.change(caseNumber, Complaint::approvalNeeded);
        timeline.engineDid(caseNumber, TimelineKind.APPROVAL_NEEDED, answer.reason() + " " + stake);
        return true;
    }

    /** @throws RefusedInput where this person may not approve it */
    public void requireApprover(CaseNumber caseNumber, String person, Set<String> groups) {
        requireNotKept(caseNumber, person);
        approvers.standings(person, askedBy(caseNumber), groups);
    }

    /** Whom the case accuses, or whose own it is, has no say in it. */
    private void requireNotKept(CaseNumber caseNumber, String person) {
        if (person != null && visibility.isKept(person, caseNumber)) {
            throw new RefusedInput("approval", "Nobody approves in a case about themselves; ask another person.");
        }
    }

    public boolean mayApprove(CaseNumber caseNumber, String person, Set<String> groups) {
        return !visibility.isKept(person, caseNumber) && approvers.mayApprove(person, askedBy(caseNumber), groups);
    }

    /**
     * Takes an approver's answer.
     *
     * @param groups the groups that may approve
     * @throws RefusedInput where this person may not approve, or not so much, or gives no reason for a refusal
     */
    @Transactional
    public void answer(CaseNumber caseNumber, boolean approved, String reason, String approver, Set<String> groups) {
        requireNotKept(caseNumber, approver);
        List<Standing> standings = approvers.standings(approver, askedBy(caseNumber), groups);
        if (approved) {
            approve(caseNumber, approver, standings);
            return;
        }
        if (reason == null) {
            throw new RefusedInput("approvalReason", "Say why; the handler has to find another way.");
        }
        timeline.add(caseNumber, approver, TimelineKind.APPROVAL_REFUSED, reason);
        ledger.supersede(caseNumber, approver, "Not approved: " + reason);
        complaints.change(caseNumber, Complaint::judgementRefused);
    }

    private void approve(CaseNumber caseNumber, String approver, List<Standing> standings) {
        String above = null;
        for (Standing standing : standings) {
            AuthorityQuestion stake = sums.ofApproval(caseNumber, standing.authorityOf(), standing.role());
            Answer answer = table.ask(stake);
            // A manager has nobody above: what is too much for one is decided by two, the requester and this one.
            if (RANKS.indexOf(answer.approver()) <= RANKS.indexOf(standing.role())) {
                checks.approved(complaints.get(caseNumber), approver, standing.authorityOf(), stake, answer);
                approveAs(caseNumber, approver, standing);
                return;
            }
            above = answer.approver() + " has to approve it. " + answer.reason();
        }
        throw new RefusedInput("approval", "This is more than you may approve today; a " + above);
    }

    private void approveAs(CaseNumber caseNumber, String approver, Standing standing) {
        if (!approver.equals(standing.authorityOf())) {
            timeline.add(
                    caseNumber,
                    approver,
                    TimelineKind.DEPUTY_APPROVED,
                    "Approved in place of " + standing.authorityOf());
        }
        ledger.approve(caseNumber, approver);
        complaints.change(caseNumber, Complaint::makesGood);
    }

    /** Whether this person asked for what is to be approved, even if somebody else has asked for it again since. */
    public boolean isAskedBy(CaseNumber caseNumber, String person) {
        return askedBy(caseNumber).contains(person);
    }

    /**
     * Whoever decided it, and whoever found for the customer earlier in this round: a refused request does not become
     * somebody else's.
     */
    private Set<String> askedBy(CaseNumber caseNumber) {
        Set<String> asked = new HashSet<>(verdicts.inFavourBy(complaints.get(caseNumber)));
        asked.add(decidedBy(caseNumber));
        return asked;
    }

    private String decidedBy(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        return decisions.latest(complaint).map(Decision::decidedBy).orElse(TimelineEntry.ENGINE);
    }
}
