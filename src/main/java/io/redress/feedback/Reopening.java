package io.redress.feedback;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.deadline.Deadlines;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The next round of a case, with clocks of its own and somebody else to handle it. */
@Component
public class Reopening {

    private final Complaints complaints;
    private final NextHandler nextHandler;
    private final Deadlines deadlines;
    private final Timeline timeline;

    Reopening(Complaints complaints, NextHandler nextHandler, Deadlines deadlines, Timeline timeline) {
        this.complaints = complaints;
        this.nextHandler = nextHandler;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    /**
     * Opens the next round, also of a case that was closed or taken back. What was resolved before stays on record, and the
     * total time goes on.
     *
     * @return the case in its new round
     */
    @Transactional
    public Complaint reopen(CaseNumber caseNumber) {
        Optional<String> next = nextHandler.after(complaints.get(caseNumber));
        Complaint reopened = complaints.change(caseNumber, complaint -> {
            complaint.reopen();
            complaint.ownedBy(next.orElse(null));
        });
        deadlines.start(reopened);
        timeline.engineDid(caseNumber, "reopened", "Reopened; now with " + next.orElse("the team"));
        return reopened;
    }
}
