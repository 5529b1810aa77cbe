package io.redress.correspondence.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.correspondence.Correspondence;
import io.redress.deadline.Deadlines;
import io.redress.deadline.PauseReason;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import io.redress.engine.Urgency;
import io.redress.engine.Urgent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the customer; from now on what they write is the answer, and the clocks that may stand still do. */
@ReachesOut
@Urgent(Urgency.QUESTION)
@Component
class SendQuestion implements JavaDelegate {

    private final Complaints complaints;
    private final Correspondence correspondence;
    private final Deadlines deadlines;

    SendQuestion(Complaints complaints, Correspondence correspondence, Deadlines deadlines) {
        this.complaints = complaints;
        this.correspondence = correspondence;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        correspondence.ask(caseNumber);
        complaints.change(caseNumber, Complaint::questionAsked);
        deadlines.pause(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
    }
}
