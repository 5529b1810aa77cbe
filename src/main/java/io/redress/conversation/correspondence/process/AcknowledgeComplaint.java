package io.redress.conversation.correspondence.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.job.Urgency;
import io.redress.engine.job.Urgent;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Acknowledge complaint</i>: says that the complaint has arrived or, in a later round, that somebody else
 * looks at it again. A customer who was told by the system that the case was imported from is not told twice.
 */
@ReachesOut
@Urgent(Urgency.ACKNOWLEDGEMENT)
@Component
@StepContract(duties = Duty.ACKNOWLEDGES)
@Skippable(value = Skippable.When.NEVER, because = "tells the customer that the complaint has arrived")
class AcknowledgeComplaint implements JavaDelegate {

    private final Complaints complaints;
    private final Correspondence correspondence;

    AcknowledgeComplaint(Complaints complaints, Correspondence correspondence) {
        this.complaints = complaints;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.round() > 1) {
            correspondence.reopened(caseNumber);
        } else if (complaint.acknowledgedBefore() == null) {
            correspondence.acknowledge(caseNumber);
        }
    }
}
