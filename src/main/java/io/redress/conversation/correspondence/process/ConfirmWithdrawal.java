package io.redress.conversation.correspondence.process;

import io.redress.complaint.file.Outcome;
import io.redress.conversation.correspondence.WithdrawnCases;
import io.redress.core.text.EnumWords;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Confirm withdrawal</i>: ends a case that the customer took back. */
@ReachesOut
@Component
@StepContract(duties = Duty.CONFIRMS_WITHDRAWAL, writes = @Writes(value = "outcome", words = "withdrawn"))
@Skippable(value = Skippable.When.NEVER, because = "ends the case and tells the customer so")
class ConfirmWithdrawal implements JavaDelegate {

    private final WithdrawnCases withdrawnCases;

    ConfirmWithdrawal(WithdrawnCases withdrawnCases) {
        this.withdrawnCases = withdrawnCases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawnCases.confirm(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.OUTCOME.set(execution, EnumWords.word(Outcome.WITHDRAWN));
    }
}
