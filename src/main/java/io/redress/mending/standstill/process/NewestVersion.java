package io.redress.mending.standstill.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * The newest version of a diagram, for a case that stands still on an earlier one: a slip is corrected in a new version, and
 * without it every attempt would meet the slip again.
 */
@Component
class NewestVersion {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    NewestVersion(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Has a process, and those that called it, follow the newest versions that know every step at which they stand. */
    void follow(String instanceId) {
        Stream.iterate(instanceId, id -> id != null, this::caller)
                .map(this::find)
                .filter(instance -> instance != null)
                .toList()
                .forEach(this::followOne);
    }

    private String caller(String instanceId) {
        ProcessInstance caller = runtime.createProcessInstanceQuery()
                .subProcessInstanceId(instanceId)
                .singleResult();
        return caller == null ? null : caller.getId();
    }

    private ProcessInstance find(String instanceId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
    }

    private void followOne(ProcessInstance instance) {
        ProcessDefinition present = repository.getProcessDefinition(instance.getProcessDefinitionId());
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(present.getKey())
                .latestVersion()
                .singleResult();
        if (!newest.getId().equals(present.getId()) && !instance.isSuspended() && knowsAll(newest, instance)) {
            MigrationPlan plan = runtime.createMigrationPlan(present.getId(), newest.getId())
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        }
    }

    /** Asked first, because a migration that the engine refuses would take all else of the transaction with it. */
    private boolean knowsAll(ProcessDefinition newest, ProcessInstance instance) {
        BpmnModelInstance model = repository.getBpmnModelInstance(newest.getId());
        BpmnModelInstance present = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        return places(runtime.getActivityInstance(instance.getId()))
                .filter(place -> present.getModelElementById(place) != null)
                .allMatch(place -> model.getModelElementById(place) != null
                        && model.getModelElementById(place)
                                .getElementType()
                                .getTypeName()
                                .equals(present.getModelElementById(place)
                                        .getElementType()
                                        .getTypeName()));
    }

    private static Stream<String> places(ActivityInstance tree) {
        Stream<String> waiting =
                Arrays.stream(tree.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        Stream<String> inner =
                List.of(tree.getChildActivityInstances()).stream().flatMap(NewestVersion::places);
        return Stream.of(Stream.of(tree.getActivityId()), waiting, inner).flatMap(places -> places);
    }
}
