package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** The process {@code dispute}, in which a person answers the bank that takes a payment back. */
@Component
public class DisputeProcess implements SentMessages {

    private static final String KEY = "dispute";
    private static final String DISPUTE_ENDED = "redress.disputeEnded";

    private final RuntimeService runtime;
    private final SideProcesses beside;

    DisputeProcess(RuntimeService runtime, SideProcesses beside) {
        this.runtime = runtime;
        this.beside = beside;
    }

    /** Gives a person the task to answer the bank that takes a payment back, unless somebody has it already. */
    public void opened(CaseNumber caseNumber, String disputeId) {
        if (disputes(caseNumber, disputeId).count() == answered(caseNumber, disputeId)) {
            beside.start(caseNumber, KEY, Map.of(ComplaintVariables.DISPUTE_ID.name(), disputeId));
        }
    }

    private long answered(CaseNumber caseNumber, String disputeId) {
        return disputes(caseNumber, disputeId)
                .variableValueEquals(ComplaintVariables.DISPUTE_ANSWERED.name(), true)
                .count();
    }

    private ProcessInstanceQuery disputes(CaseNumber caseNumber, String disputeId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value(), KEY)
                .variableValueEquals(ComplaintVariables.DISPUTE_ID.name(), disputeId);
    }

    /** Tells that a dispute is decided, so that nobody has to answer it any more. */
    public void ended(CaseNumber caseNumber, String disputeId) {
        SideProcesses.correlate(runtime.createMessageCorrelation(DISPUTE_ENDED)
                .processInstanceBusinessKey(caseNumber.value())
                .processInstanceVariableEquals(ComplaintVariables.DISPUTE_ID.name(), disputeId));
    }

    @Override
    public Set<String> messages() {
        return Set.of(DISPUTE_ENDED);
    }
}
