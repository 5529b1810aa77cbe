package io.redress.mending.standstill.process;

import io.redress.engine.port.DiagramLabels;
import io.redress.mending.standstill.Mending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The branches of running processes, to be cancelled and begun elsewhere. */
@Component
class ProcessBranches {

    private final RuntimeService runtime;
    private final ModelSteps steps;
    private final DiagramLabels labels;
    private final JdbcClient jdbc;

    ProcessBranches(RuntimeService runtime, ModelSteps steps, DiagramLabels labels, JdbcClient jdbc) {
        this.runtime = runtime;
        this.steps = steps;
        this.labels = labels;
        this.jdbc = jdbc;
    }

    /** Whether the branch stands at something that can be begun anew. */
    boolean isStep(Mending mending) {
        return steps.find(definition(mending.instanceId()), mending.activityId())
                .filter(ModelSteps::isWork)
                .isPresent();
    }

    /** Begins the step anew at which a branch stands. */
    void beginAnew(Mending mending) {
        change(
                mending,
                mending.activityId(),
                (change, step, scope) -> scope.ifPresentOrElse(
                        around -> change.startBeforeActivity(step, around), () -> change.startBeforeActivity(step)));
    }

    /**
     * Goes on after a step.
     *
     * @param standing the element at which the branch stands, which may be an event before the step
     */
    void goOnAfter(Mending mending, String standing) {
        change(
                mending,
                standing,
                (change, step, scope) -> scope.ifPresentOrElse(
                        around -> change.startAfterActivity(step, around), () -> change.startAfterActivity(step)));
    }

    interface Beginning {
        void add(ProcessInstanceModificationBuilder change, String step, Optional<String> scope);
    }

    /** First the new branch and then the end of the old one, so that what is around both goes on. */
    private void change(Mending mending, String standing, Beginning beginning) {
        ActivityInstance tree = runtime.getActivityInstance(mending.instanceId());
        FlowNode step = steps.find(definition(mending.instanceId()), mending.activityId())
                .orElseThrow(() -> WayOn.closed("The diagram does not have this step any more; decide by hand."));
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(mending.instanceId());
        beginning.add(change, step.getId(), scopeOf(step, tree).map(ActivityInstance::getId));
        transitions(tree)
                .filter(transition -> standing.equals(transition.getActivityId())
                        && transition.getExecutionId().equals(mending.executionId()))
                .forEach(transition -> change.cancelTransitionInstance(transition.getId()));
        leaves(tree)
                .filter(leaf -> standing.equals(leaf.getActivityId())
                        && List.of(leaf.getExecutionIds()).contains(mending.executionId()))
                .forEach(leaf -> change.cancelActivityInstance(leaf.getId()));
        change.execute();
    }

    /** The label of a step in a process, or in one that called it: what ends a called process may fail behind the call. */
    String label(String instance, String activity) {
        Optional<String> here = Optional.of(instance);
        while (here.isPresent()) {
            String definition = definition(here.get());
            if (steps.find(definition, activity).isPresent()) {
                return labels.step(definition, activity);
            }
            here = callerOf(here.get()).map(Place::instance);
        }
        return activity;
    }

    /** Whether a branch belongs to the main line of this process, and not to what runs beside it. */
    boolean holds(ProcessInstance main, Mending mending) {
        Optional<Place> place = Optional.of(new Place(mending.instanceId(), mending.activityId()));
        while (place.isPresent()) {
            Place here = place.get();
            if (steps.beside(definition(here.instance())).contains(here.activity())) {
                return false;
            }
            if (here.instance().equals(main.getId())) {
                return true;
            }
            place = callerOf(here.instance());
        }
        return false;
    }

    record Place(String instance, String activity) {}

    private Optional<Place> callerOf(String instance) {
        return jdbc.sql("""
                        select caller.proc_inst_id_ as instance, caller.act_id_ as activity
                          from act_ru_execution called join act_ru_execution caller on caller.id_ = called.super_exec_
                         where called.id_ = :instance""").param("instance", instance).query(Place.class).optional();
    }

    /** Lets the main line of a process stand at one step alone; what runs beside it goes on. */
    void moveTo(FlowNode step, ProcessInstance main) {
        Set<String> beside = steps.beside(main.getProcessDefinitionId());
        ActivityInstance tree = runtime.getActivityInstance(main.getId());
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(main.getId());
        scopeOf(step, tree)
                .ifPresentOrElse(
                        around -> change.startBeforeActivity(step.getId(), around.getId()),
                        () -> change.startBeforeActivity(step.getId()));
        leaves(tree)
                .filter(leaf -> leaf != tree && !beside.contains(leaf.getActivityId()))
                .forEach(leaf -> change.cancelActivityInstance(leaf.getId()));
        transitions(tree)
                .filter(transition -> !beside.contains(transition.getActivityId()))
                .forEach(transition -> change.cancelTransitionInstance(transition.getId()));
        change.execute();
    }

    /** Whether a person has a task on the main line of a process. */
    boolean isWithSomebody(ProcessInstance main) {
        Set<String> beside = steps.beside(main.getProcessDefinitionId());
        return leaves(runtime.getActivityInstance(main.getId()))
                .anyMatch(leaf -> "userTask".equals(leaf.getActivityType()) && !beside.contains(leaf.getActivityId()));
    }

    /** The version of the diagram that a running process follows. */
    String definition(String instance) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .map(ProcessInstance::getProcessDefinitionId)
                .orElseThrow(() -> WayOn.closed("The process has ended meanwhile; nothing was changed."));
    }

    /** The running subprocess that holds the step; empty where that is the process itself, or does not run. */
    private static Optional<ActivityInstance> scopeOf(FlowNode step, ActivityInstance tree) {
        return step.getParentElement() instanceof SubProcess around
                ? all(tree)
                        .filter(instance -> around.getId().equals(instance.getActivityId()))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance tree) {
        return all(tree)
                .filter(instance -> instance.getChildActivityInstances().length == 0
                        && instance.getChildTransitionInstances().length == 0);
    }

    private static Stream<TransitionInstance> transitions(ActivityInstance tree) {
        return all(tree).flatMap(instance -> Arrays.stream(instance.getChildTransitionInstances()));
    }

    private static Stream<ActivityInstance> all(ActivityInstance tree) {
        List<ActivityInstance> found = new ArrayList<>();
        found.add(tree);
        Arrays.stream(tree.getChildActivityInstances())
                .flatMap(ProcessBranches::all)
                .forEach(found::add);
        return found.stream();
    }
}
