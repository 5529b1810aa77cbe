package io.redress.conversation.followup;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.people.assignment.FormerHolders;
import io.redress.people.assignment.FormerHolders.How;
import io.redress.people.assignment.NextHandler;
import io.redress.remedy.decision.Decision;
import io.redress.remedy.decision.Decisions;
import io.redress.time.clock.Deadlines;
import io.redress.verification.finding.Verdict;
import io.redress.verification.finding.Verdicts;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reopening of a case: its next round, with clocks of its own and somebody else to handle it. */
@Component
public class Reopening {

    private final Complaints complaints;
    private final NextHandler nextHandler;
    private final FormerHolders former;
    private final Verdicts verdicts;
    private final Decisions decisions;
    private final Deadlines deadlines;
    private final Timeline timeline;

    Reopening(
            Complaints complaints,
            NextHandler nextHandler,
            FormerHolders former,
            Verdicts verdicts,
            Decisions decisions,
            Deadlines deadlines,
            Timeline timeline) {
        this.complaints = complaints;
        this.nextHandler = nextHandler;
        this.former = former;
        this.verdicts = verdicts;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    /**
     * Opens the next round, also of a case that was closed or taken back. What was resolved before stays on record, and
     * the total time goes on.
     *
     * @return the case in its new round
     */
    @Transactional
    public Complaint reopen(CaseNumber caseNumber) {
        noteHolders(complaints.get(caseNumber));
        Complaint free = complaints.change(caseNumber, Complaint::reopen);
        Optional<String> next = nextHandler.of(free);
        Complaint reopened = complaints.change(caseNumber, complaint -> complaint.ownedBy(next.orElse(null)));
        deadlines.start(reopened);
        timeline.engineDid(caseNumber, TimelineKind.REOPENED, "Reopened; now with " + next.orElse("the team"));
        nextHandler.sayIfNobodyElse(reopened);
        return reopened;
    }

    /** Who had the round that was not good enough, beside those who did one of its tasks. */
    private void noteHolders(Complaint ended) {
        former.note(ended, ended.owner(), How.OWNED);
        verdicts.latest(ended).map(Verdict::foundBy).ifPresent(judge -> former.note(ended, judge, How.JUDGED));
        decisions.latest(ended).map(Decision::decidedBy).ifPresent(judge -> former.note(ended, judge, How.JUDGED));
    }
}
