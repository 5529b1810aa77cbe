package io.redress.mending.standstill.process;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.job.Skippable;
import io.redress.engine.table.DecisionSteps;
import io.redress.engine.task.FormReaders;
import io.redress.engine.task.StepParameters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The steps of the deployed diagrams: what runs beside the case, and what a step does. A step is known by
 * its beans, its form and what it calls, never by its id, so that a copied step is known as well.
 */
@Component
class ModelSteps {

    private final RepositoryService repository;
    private final BeanFactory beans;
    private final FormReaders readers;
    private final DecisionSteps decisions;

    /** A version of a diagram never changes, and the watch asks about all of them again and again. */
    private final Map<String, Set<String>> beside = new ConcurrentHashMap<>();

    private final Map<String, Boolean> bringing = new ConcurrentHashMap<>();

    ModelSteps(RepositoryService repository, BeanFactory beans, FormReaders readers, DecisionSteps decisions) {
        this.repository = repository;
        this.beans = beans;
        this.readers = readers;
        this.decisions = decisions;
    }

    Optional<FlowNode> find(String definitionId, String activityId) {
        return activityId == null
                ? Optional.empty()
                : Optional.ofNullable(model(definitionId).getModelElementById(activityId))
                        .filter(FlowNode.class::isInstance)
                        .map(FlowNode.class::cast);
    }

    /** The ids of the event subprocesses of a diagram and of all that they hold: what runs beside the case. */
    Set<String> beside(String definitionId) {
        return beside.computeIfAbsent(definitionId, id -> model(id).getModelElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(ModelSteps::idsIn)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> idsIn(SubProcess subProcess) {
        return Stream.concat(
                Stream.of(subProcess.getId()),
                subProcess.getFlowElements().stream()
                        .flatMap(element ->
                                element instanceof SubProcess inner ? idsIn(inner) : Stream.of(element.getId())));
    }

    /** The user task with this form, if the diagram has one. */
    Optional<UserTask> taskWithForm(String definitionId, String form) {
        return model(definitionId).getModelElementsByType(UserTask.class).stream()
                .filter(task -> form.equals(task.getCamundaFormRef()))
                .findFirst();
    }

    /** What the step's beans say of leaving it out; with a called process, what is said of the steps in it. */
    List<Skippable> skipping(FlowNode step) {
        return step instanceof CallActivity call ? ofCalled(call, new HashSet<>()) : of(step);
    }

    /** Whether it does work that can be left out at all: no question, no event, no end. */
    static boolean isWork(FlowNode step) {
        return step instanceof ServiceTask
                || step instanceof BusinessRuleTask
                || step instanceof CallActivity
                || step instanceof UserTask;
    }

    /** The key of the process that brings remedies of a kind about; the kind in the words of the contract. */
    Optional<String> processThatBrings(String kind) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> model(definition.getId()).getModelElementsByType(ServiceTask.class).stream()
                        .flatMap(task -> of(task).stream())
                        .anyMatch(rule -> List.of(rule.remedies()).contains(kind)))
                .map(ProcessDefinition::getKey)
                .sorted()
                .findFirst();
    }

    /** Whether a process brings remedies about by steps of its own. */
    boolean bringsRemedies(String definitionId) {
        return bringing.computeIfAbsent(definitionId, id -> model(id).getModelElementsByType(ServiceTask.class).stream()
                .flatMap(task -> of(task).stream())
                .anyMatch(rule -> rule.remedies().length > 0));
    }

    /** Whether the process that a step calls is deployed. */
    boolean isKnown(CallActivity call) {
        return called(call).isPresent();
    }

    /** Within a called process only remedies matter: what is never left out there belongs to them. */
    private List<Skippable> ofCalled(CallActivity call, Set<String> seen) {
        return called(call)
                .filter(definition -> seen.add(definition.getId()))
                .map(definition -> model(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                        .flatMap(step ->
                                step instanceof CallActivity inner ? ofCalled(inner, seen).stream() : of(step).stream())
                        .filter(rule -> rule.value() == Skippable.When.NOTHING_OPEN)
                        .toList())
                .orElse(List.of());
    }

    private Optional<ProcessDefinition> called(CallActivity call) {
        return Optional.ofNullable(call.getCalledElement()).map(key -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult());
    }

    private List<Skippable> of(FlowNode step) {
        Stream<String> named = expressions(step).map(ModelBeans::named).flatMap(Optional::stream);
        return Stream.concat(named, unnamed(step))
                .filter(beans::containsBean)
                .map(beans::getType)
                .filter(Objects::nonNull)
                .map(ClassUtils::getUserClass)
                .map(type -> AnnotatedElementUtils.findMergedAnnotation(type, Skippable.class))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The bean that a step has because of its form or its decision, whether its diagram names it or not. */
    private Stream<String> unnamed(FlowNode step) {
        if (step instanceof UserTask task) {
            return readers
                    .of(task.getCamundaFormRef(), name -> StepParameters.of(task, name)
                            .orElse(null))
                    .stream();
        }
        return step instanceof BusinessRuleTask task
                ? decisions.of(task.getCamundaDecisionRef()).stream()
                : Stream.empty();
    }

    private static Stream<String> expressions(FlowNode step) {
        Stream<String> delegate =
                step instanceof ServiceTask task ? Stream.of(task.getCamundaDelegateExpression()) : Stream.empty();
        Stream<String> listeners = Stream.concat(
                extensions(step, CamundaExecutionListener.class)
                        .map(CamundaExecutionListener::getCamundaDelegateExpression),
                extensions(step, CamundaTaskListener.class).map(CamundaTaskListener::getCamundaDelegateExpression));
        return Stream.concat(delegate, listeners).filter(Objects::nonNull);
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(FlowNode step, Class<T> type) {
        return Optional.ofNullable(step.getExtensionElements())
                .map(all -> all.getElementsQuery().filterByType(type).list())
                .map(Collection::stream)
                .orElse(Stream.empty());
    }

    private BpmnModelInstance model(String definitionId) {
        return repository.getBpmnModelInstance(definitionId);
    }
}
