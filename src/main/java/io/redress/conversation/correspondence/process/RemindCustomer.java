package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Urgency;
import io.redress.engine.job.Urgent;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Remind customer</i> of a question: asks the customer again. */
@ReachesOut
@Urgent(Urgency.QUESTION)
@Component
@StepContract
class RemindCustomer implements JavaDelegate {

    private final Correspondence correspondence;

    RemindCustomer(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.remind(ComplaintVariables.caseNumber(execution));
    }
}
