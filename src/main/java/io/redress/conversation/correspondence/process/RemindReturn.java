package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.remedy.returns.GoodsReturns;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Remind customer</i> of a return: reminds the customer of goods that have not come back. */
@ReachesOut
@Component
@StepContract(reads = "returnId")
class RemindReturn implements JavaDelegate {

    private final Correspondence correspondence;
    private final GoodsReturns returns;

    RemindReturn(Correspondence correspondence, GoodsReturns returns) {
        this.correspondence = correspondence;
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(ComplaintVariables.RETURN_ID.get(execution));
        correspondence.remindReturn(returns.get(id));
        returns.reminded(id);
    }
}
