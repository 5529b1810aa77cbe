package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process {@code parcelWatch}, which follows a replacement to the customer's door. */
@Component
public class ParcelWatchProcess implements SentMessages {

    private static final String PARCEL_MOVED = "redress.parcelMoved";

    private final RuntimeService runtime;
    private final SideProcesses beside;

    ParcelWatchProcess(RuntimeService runtime, SideProcesses beside) {
        this.runtime = runtime;
        this.beside = beside;
    }

    /** Watches a replacement's parcel until it is delivered. @param parcelId the id of its remedy */
    public void start(CaseNumber caseNumber, String parcelId, String trackingCode) {
        beside.start(
                caseNumber,
                "parcelWatch",
                Map.of(
                        ComplaintVariables.PARCEL_ID.name(), parcelId,
                        ComplaintVariables.PARCEL_CODE.name(), trackingCode));
    }

    /** Tells the process that watches a parcel that its carrier has news. */
    public void moved(String trackingCode) {
        SideProcesses.correlate(runtime.createMessageCorrelation(PARCEL_MOVED)
                .processInstanceVariableEquals(ComplaintVariables.PARCEL_CODE.name(), trackingCode));
    }

    @Override
    public Set<String> messages() {
        return Set.of(PARCEL_MOVED);
    }
}
