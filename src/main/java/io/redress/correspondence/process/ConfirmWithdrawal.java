package io.redress.correspondence.process;

import io.redress.complaint.Outcome;
import io.redress.complaint.Words;
import io.redress.correspondence.TakenBack;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import io.redress.engine.Skippable;
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
