package io.redress.feedback.process;

import io.redress.complaint.Complaint;
import io.redress.engine.ComplaintVariables;
import io.redress.feedback.Reopening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the next round of a case whose customer was not content. */
@Component
class ReopenComplaint implements JavaDelegate {

    private final Reopening reopening;

    ReopenComplaint(Reopening reopening) {
        this.reopening = reopening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint reopened = reopening.reopen(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.ROUND.set(execution, reopened.round());
    }
}
