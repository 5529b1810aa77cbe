package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Tell corrected outcome</i> of a replacement: tells the customer what was done in place of a replacement
 * that did not arrive.
 */
@ReachesOut
@Component
@StepContract(reads = "parcelId")
class TellParcelReplaced implements JavaDelegate {

    private final Correspondence correspondence;

    TellParcelReplaced(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.parcelReplaced(
                ComplaintVariables.caseNumber(execution), ComplaintVariables.PARCEL_ID.get(execution));
    }
}
