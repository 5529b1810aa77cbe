package io.redress.mending.standstill.process;

import io.redress.engine.migration.ProcessMigrations;
import io.redress.redesign.migration.MigrationPlans;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/**
 * The newest version of a diagram, for a case that stands still on an earlier one: a slip is corrected in a new version, and
 * without it every attempt would meet the slip again.
 */
@Component
class NewestVersion {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final MigrationPlans plans;
    private final ProcessMigrations migrations;

    NewestVersion(
            RuntimeService runtime, RepositoryService repository, MigrationPlans plans, ProcessMigrations migrations) {
        this.runtime = runtime;
        this.repository = repository;
        this.plans = plans;
        this.migrations = migrations;
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
        if (newest.getId().equals(present.getId()) || instance.isSuspended()) {
            return;
        }
        MigrationPlan plan = plans.between(present.getId(), newest.getId());
        if (knowsAll(plan, instance)) {
            migrations.move(plan, instance.getId());
        }
    }

    /** Asked first, because a migration that the engine refuses would take all else of the transaction with it. */
    private boolean knowsAll(MigrationPlan plan, ProcessInstance instance) {
        Set<String> known = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        known.add(plan.getSourceProcessDefinitionId());
        return places(runtime.getActivityInstance(instance.getId())).allMatch(known::contains);
    }

    private static Stream<String> places(ActivityInstance tree) {
        Stream<String> waiting =
                Arrays.stream(tree.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        Stream<String> inner =
                List.of(tree.getChildActivityInstances()).stream().flatMap(NewestVersion::places);
        return Stream.of(Stream.of(tree.getActivityId()), waiting, inner).flatMap(places -> places);
    }
}
