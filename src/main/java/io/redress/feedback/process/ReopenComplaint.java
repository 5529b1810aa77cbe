package io.redress.feedback.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.deadline.Deadlines;
import io.redress.engine.ComplaintVariables;
import io.redress.feedback.NextHandler;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the next round of a case with clocks of its own and somebody else to handle it. */
@Component
class ReopenComplaint implements JavaDelegate {

    private final Complaints complaints;
    private final NextHandler nextHandler;
    private final Deadlines deadlines;
    private final Timeline timeline;

    ReopenComplaint(Complaints complaints, NextHandler nextHandler, Deadlines deadlines, Timeline timeline) {
        this.complaints = complaints;
        this.nextHandler = nextHandler;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        Optional<String> next = nextHandler.after(complaints.get(caseNumber));
        Complaint reopened = complaints.change(caseNumber, complaint -> {
            complaint.reopen();
            complaint.ownedBy(next.orElse(null));
        });
        deadlines.start(reopened);
        ComplaintVariables.ROUND.set(execution, reopened.round());
        timeline.engineDid(caseNumber, "reopened", "Reopened; now with " + next.orElse("the team"));
    }
}
