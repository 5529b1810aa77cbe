package io.redress.conversation.correspondence.process;

import io.redress.complaint.file.Outcome;
import io.redress.conversation.correspondence.TakenBack;
import io.redress.core.text.Words;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a case that the customer took back. */
@ReachesOut
@Component
@Skippable(value = Skippable.When.NEVER, because = "ends the case and tells the customer so")
class ConfirmWithdrawal implements JavaDelegate {

    private final TakenBack takenBack;

    ConfirmWithdrawal(TakenBack takenBack) {
        this.takenBack = takenBack;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takenBack.confirm(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.OUTCOME.set(execution, Words.word(Outcome.WITHDRAWN));
    }
}
