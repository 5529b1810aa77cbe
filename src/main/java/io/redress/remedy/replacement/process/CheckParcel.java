package io.redress.remedy.replacement.process;

import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.replacement.ParcelWatches;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Check parcel</i>: asks the carrier where a replacement is; the diagram asks how it goes on. */
@Component
@StepContract(reads = "parcelId", writes = @Writes(value = "parcelState", of = ParcelWatches.State.class))
class CheckParcel implements JavaDelegate {

    private final ParcelWatches watches;

    CheckParcel(ParcelWatches watches) {
        this.watches = watches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID parcel = UUID.fromString(ComplaintVariables.PARCEL_ID.get(execution));
        ComplaintVariables.PARCEL_STATE.set(execution, EnumWords.word(watches.check(parcel)));
    }
}
