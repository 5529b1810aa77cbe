package io.redress.conversation.followup.process;

import io.redress.complaint.file.Complaint;
import io.redress.conversation.followup.Reopening;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Reopen complaint</i>: starts the next round of a case whose customer was not content. */
@Component
@StepContract(writes = @Writes("round"))
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
