package io.redress.correspondence.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the customer; from now on what they write is the answer. */
@Component
class SendQuestion implements JavaDelegate {

    private final Complaints complaints;
    private final Correspondence correspondence;

    SendQuestion(Complaints complaints, Correspondence correspondence) {
        this.complaints = complaints;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        correspondence.ask(caseNumber);
        complaints.change(caseNumber, Complaint::questionAsked);
    }
}
