package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process {@code tellCustomer}, in which a person tells a customer what cannot be written to them. */
@Component
public class TellCustomerProcess {

    private static final String KEY = "tellCustomer";

    private final RuntimeService runtime;
    private final SideProcesses beside;

    TellCustomerProcess(RuntimeService runtime, SideProcesses beside) {
        this.runtime = runtime;
        this.beside = beside;
    }

    /** Gives a person the task to tell the customer a message, since there is no other way to reach them. */
    public void start(CaseNumber caseNumber, String messageId) {
        beside.start(caseNumber, KEY, Map.of(ComplaintVariables.MESSAGE_ID.name(), messageId));
    }

    /** Takes the task to tell the customer a message from whoever has it, because it is told in another way. */
    public void end(CaseNumber caseNumber, String messageId) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(caseNumber.value())
                .variableValueEquals(ComplaintVariables.MESSAGE_ID.name(), messageId)
                .list()
                .forEach(telling ->
                        runtime.deleteProcessInstance(telling.getId(), "The customer can be written to after all"));
    }
}
