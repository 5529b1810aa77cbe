package io.redress.remedy.replacement.process;

import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.remedy.replacement.ParcelWatches;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Tell leads</i>: tells leads that nobody has looked for a replacement that does not arrive. */
@ReachesOut
@Component
@StepContract(reads = "parcelId")
class TellLeadsOfParcel implements JavaDelegate {

    private final ParcelWatches watches;

    TellLeadsOfParcel(ParcelWatches watches) {
        this.watches = watches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watches.tellLeads(UUID.fromString(ComplaintVariables.PARCEL_ID.get(execution)));
    }
}
