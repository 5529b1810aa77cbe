package io.redress.engine.task;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.timeline.CaseNumber;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;

/** A completed task of a diagram that a manager has drawn anew, with an id of the manager's choice. */
public final class RedrawnTask {

    private RedrawnTask() {}

    /** @param parameter the input parameter by which the diagram says what the task is about; {@code null} for none */
    public static DelegateTask of(
            String id, CaseNumber caseNumber, String parameter, String said, Map<String, String> form) {
        UserTaskBuilder step =
                Bpmn.createExecutableProcess("redrawn").startEvent().userTask(id);
        if (parameter != null) {
            step.camundaInputParameter(parameter, said);
        }
        Map<String, Object> variables = new HashMap<>(form);
        variables.put("caseNumber", caseNumber.value());
        DelegateTask task = mock();
        when(task.getEventName()).thenReturn(TaskListener.EVENTNAME_COMPLETE);
        when(task.getTaskDefinitionKey()).thenReturn(id);
        when(task.getBpmnModelElementInstance()).thenReturn(step.getElement());
        when(task.getVariable(any())).thenAnswer(asked -> variables.get(asked.<String>getArgument(0)));
        return task;
    }
}
