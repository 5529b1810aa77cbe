package io.redress.engine.task;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;

/**
 * What the input parameters of a step say that it is for. They are read in its diagram, where nobody who completes a task
 * can change them.
 */
public final class StepParameters {

    private StepParameters() {}

    /** What a task's diagram says by this parameter; empty where it says nothing, as those of old do. */
    public static Optional<String> of(DelegateTask task, String parameter) {
        return of(task.getBpmnModelElementInstance(), parameter);
    }

    /** What a step says by this parameter; empty where it says nothing, or is {@code null}. */
    public static Optional<String> of(UserTask step, String parameter) {
        if (step == null || step.getExtensionElements() == null) {
            return Optional.empty();
        }
        return step.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .filter(input -> parameter.equals(input.getCamundaName()))
                .map(input -> input.getTextContent().strip())
                .findFirst();
    }
}
