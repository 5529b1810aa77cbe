package io.redress.remedy.dispute.process;

import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.dispute.Disputes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Check dispute</i>: asks how a dispute stands, in case nobody told us. */
@Component
@StepContract(reads = "disputeId", writes = @Writes("disputeOpen"))
class CheckDispute implements JavaDelegate {

    private final Disputes disputes;

    CheckDispute(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean open = disputes.isStillOpen(
                ComplaintVariables.caseNumber(execution), ComplaintVariables.DISPUTE_ID.get(execution));
        ComplaintVariables.DISPUTE_OPEN.set(execution, open);
    }
}
