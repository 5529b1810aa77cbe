package io.redress.conversation.correspondence.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.time.clock.Deadlines;
import io.redress.time.clock.PauseReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Note silence</i>: notes that no answer came. The clocks go on, so that the handler decides on what is
 * known.
 */
@Component
@StepContract
class NoteSilence implements JavaDelegate {

    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Timeline timeline;

    NoteSilence(Complaints complaints, Deadlines deadlines, Timeline timeline) {
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        boolean asked = complaints.get(caseNumber).isWaitingForCustomer();
        complaints.change(caseNumber, Complaint::questionSettled);
        deadlines.resume(caseNumber, PauseReason.WAITING_FOR_CUSTOMER);
        timeline.engineDid(
                caseNumber,
                TimelineKind.NO_REPLY,
                asked ? "The customer did not answer our question" : "Our question has not reached the customer");
    }
}
