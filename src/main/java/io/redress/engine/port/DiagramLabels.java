package io.redress.engine.port;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The labels of deployed diagrams, by which people know processes and steps. */
@Component
public class DiagramLabels {

    private final RepositoryService repository;

    DiagramLabels(RepositoryService repository) {
        this.repository = repository;
    }

    /** The name of the process that a version of a diagram draws; its key where it has none. */
    public String process(String definitionId) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    /** The label of a step or an event, without line breaks; its id where it has none, and where there is no such. */
    public String step(String definitionId, String elementId) {
        return Optional.ofNullable(elementId)
                .map(id -> repository.getBpmnModelInstance(definitionId).getModelElementById(id))
                .filter(FlowElement.class::isInstance)
                .map(element -> ((FlowElement) element).getName())
                .filter(name -> !name.isBlank())
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .orElse(elementId);
    }
}
