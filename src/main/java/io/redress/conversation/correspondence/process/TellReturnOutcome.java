package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Tell outcome</i>: tells the customer what became of the money that waited for their goods; nothing where
 * none did.
 */
@ReachesOut
@Component
@StepContract(reads = "returnId")
class TellReturnOutcome implements JavaDelegate {

    private final Correspondence correspondence;

    TellReturnOutcome(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.returnOutcome(
                ComplaintVariables.caseNumber(execution), UUID.fromString(ComplaintVariables.RETURN_ID.get(execution)));
    }
}
