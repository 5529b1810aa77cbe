package io.redress.remedy.returns.process;

import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.returns.GoodsReturns;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Cancel way back</i>: calls off a way back that nobody needs any more, or asks what became of its label.
 */
@ReachesOut
@Component
@StepContract(reads = "returnId", writes = @Writes("labelSettled"))
class CancelWayBack implements JavaDelegate {

    private final GoodsReturns returns;

    CancelWayBack(GoodsReturns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ComplaintVariables.LABEL_SETTLED.set(
                execution, returns.cancel(UUID.fromString(ComplaintVariables.RETURN_ID.get(execution))));
    }
}
