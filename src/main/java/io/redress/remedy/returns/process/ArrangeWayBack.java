package io.redress.remedy.returns.process;

import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.remedy.returns.ReturnArrangement;
import io.redress.remedy.returns.ReturnRefused;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Arrange way back</i>: buys the label or the pick-up; where that is not possible, a person arranges it.
 */
@ReachesOut
@Component
@StepContract(reads = "returnId", raises = "returnRefused")
class ArrangeWayBack implements JavaDelegate {

    private final ReturnArrangement arrangement;

    ArrangeWayBack(ReturnArrangement arrangement) {
        this.arrangement = arrangement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            arrangement.arrange(UUID.fromString(ComplaintVariables.RETURN_ID.get(execution)));
        } catch (ReturnRefused refused) {
            throw new BpmnError("returnRefused", refused.getMessage());
        }
    }
}
