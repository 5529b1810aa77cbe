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

/**
 * The step <i>Send question</i>: asks the customer. From then on what they write is the answer, and once they have the
 * question the clocks stand still.
 */
@ReachesOut
@Urgent(Urgency.QUESTION)
@Component
@StepContract
class SendQuestion implements JavaDelegate {

    private final Correspondence correspondence;

    SendQuestion(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.ask(ComplaintVariables.caseNumber(execution));
    }
}
