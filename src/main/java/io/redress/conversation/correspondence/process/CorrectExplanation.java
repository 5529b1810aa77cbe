package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Tell corrected outcome</i> of a refund: tells the customer what was done instead of a refund that came
 * back.
 */
@ReachesOut
@Component
@StepContract(duties = Duty.EXPLAINS)
class CorrectExplanation implements JavaDelegate {

    private final Correspondence correspondence;

    CorrectExplanation(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.correct(ComplaintVariables.caseNumber(execution));
    }
}
