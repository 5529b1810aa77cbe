package io.redress.correspondence.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer what was done in place of a replacement that did not get there. */
@ReachesOut
@Component
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
