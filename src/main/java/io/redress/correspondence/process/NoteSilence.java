package io.redress.correspondence.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Timeline;
import io.redress.engine.ComplaintVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that no answer came, so that the handler decides on what is known. */
@Component
class NoteSilence implements JavaDelegate {

    private final Complaints complaints;
    private final Timeline timeline;

    NoteSilence(Complaints complaints, Timeline timeline) {
        this.complaints = complaints;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        complaints.change(caseNumber, Complaint::questionSettled);
        timeline.engineDid(caseNumber, "no_reply", "The customer did not answer our question");
    }
}
