package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/** The processes that run for a case beside its main one, under the same business key. */
@Component
class SideProcesses {

    private final RuntimeService runtime;

    SideProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(CaseNumber caseNumber, String process, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(process)
                .businessKey(caseNumber.value())
                .setVariable(ComplaintVariables.CASE_NUMBER.name(), caseNumber.value())
                .setVariables(variables)
                .execute();
    }

    /** Hands a message to whatever waits for it. @return whether anything did */
    static boolean correlate(MessageCorrelationBuilder message) {
        return !message.correlateAllWithResult().isEmpty();
    }
}
