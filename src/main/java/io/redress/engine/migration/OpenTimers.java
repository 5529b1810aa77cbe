package io.redress.engine.migration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The timers that run in processes. */
@Component
public class OpenTimers {

    private final ManagementService management;
    private final RepositoryService repository;

    /** The timers of each deployed version, which never change. */
    private final Map<String, Map<String, JobDefinition>> known = new ConcurrentHashMap<>();

    OpenTimers(ManagementService management, RepositoryService repository) {
        this.management = management;
        this.repository = repository;
    }

    /** Those of some processes, by the ids of their instances. */
    public List<OpenTimer> of(Collection<String> instances) {
        return instances.stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).timers().list().stream())
                .map(this::timer)
                .toList();
    }

    private OpenTimer timer(Job job) {
        JobDefinition definition = definitions(job.getProcessDefinitionId()).get(job.getJobDefinitionId());
        String element = definition.getActivityId();
        return new OpenTimer(
                job.getId(),
                element,
                label(job.getProcessDefinitionId(), element),
                definition.getJobConfiguration(),
                job.getDuedate().toInstant());
    }

    /** The label of an element, its id where it has none. */
    String label(String processDefinition, String element) {
        return Optional.ofNullable(
                        repository.getBpmnModelInstance(processDefinition).<FlowElement>getModelElementById(element))
                .map(FlowElement::getName)
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .orElse(element);
    }

    /** What each timer of a version says of when it is due, by the id of its event. */
    Map<String, String> questions(String processDefinition) {
        return definitions(processDefinition).values().stream()
                .collect(Collectors.toMap(JobDefinition::getActivityId, JobDefinition::getJobConfiguration));
    }

    private Map<String, JobDefinition> definitions(String processDefinition) {
        return known.computeIfAbsent(
                processDefinition, id -> management.createJobDefinitionQuery().processDefinitionId(id).list().stream()
                        .filter(definition -> definition.getJobType().startsWith("timer"))
                        .collect(Collectors.toMap(JobDefinition::getId, definition -> definition)));
    }
}
