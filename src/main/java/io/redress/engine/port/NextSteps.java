package io.redress.engine.port;

import io.redress.engine.guard.ModelBeans;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/**
 * The steps that waiting jobs bring a case to, by the bean that does the step: the step itself where an attempt was put
 * off, and what comes right after it where a timer waits. By these a job is known, whatever its diagram calls it.
 */
@Component
class NextSteps {

    private final ManagementService management;
    private final RepositoryService repository;

    /** The beans by the job's definition, which never changes. */
    private final Map<String, String> beans = new ConcurrentHashMap<>();

    NextSteps(ManagementService management, RepositoryService repository) {
        this.management = management;
        this.repository = repository;
    }

    /** Whether this bean does the step that the job leads to. */
    boolean leadsTo(Job job, String bean) {
        return beans.computeIfAbsent(job.getJobDefinitionId(), this::find).equals(bean);
    }

    private String find(String definition) {
        JobDefinition waiting = management
                .createJobDefinitionQuery()
                .jobDefinitionId(definition)
                .singleResult();
        return next(repository.getBpmnModelInstance(waiting.getProcessDefinitionId()), waiting.getActivityId());
    }

    /** The bean that a job of this element leads to; empty where that is none, or more than one step follows. */
    static String next(BpmnModelInstance model, String element) {
        return model.getModelElementById(element) instanceof FlowNode node ? bean(reached(node)) : "";
    }

    private static FlowNode reached(FlowNode waiting) {
        return waiting instanceof Event && waiting.getSucceedingNodes().count() == 1
                ? waiting.getSucceedingNodes().singleResult()
                : waiting;
    }

    private static String bean(FlowNode node) {
        return node instanceof ServiceTask step
                ? ModelBeans.named(step.getCamundaDelegateExpression()).orElse("")
                : "";
    }
}
