package io.redress.redesign.diagram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.engine.guard.ModelBeans;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.table.DecisionSteps;
import io.redress.engine.task.FormReaders;
import io.redress.engine.task.StepParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** What the steps of a diagram do, as the beans say that they name; what a step is called plays no part. */
@Component
class Steps {

    private static final int MOST_KEPT = 20_000;
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final ModelBeans beans;
    private final FormReaders readers;
    private final DecisionSteps decisions;

    /** A walk asks for the same step thousands of times. */
    private final Cache<BaseElement, List<StepContract>> contracts =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_KEPT).build();

    Steps(ModelBeans beans, FormReaders readers, DecisionSteps decisions) {
        this.beans = beans;
        this.readers = readers;
        this.decisions = decisions;
    }

    /** The name of the bean that an expression is, {@code null} where it is anything else. */
    static String bean(String expression) {
        return expression == null ? null : ModelBeans.named(expression.strip()).orElse(null);
    }

    /** The bean that does the step, {@code null} where none does. */
    static String delegate(BaseElement step) {
        return bean(camunda(step, "delegateExpression"));
    }

    /** An attribute of the engine's own, {@code null} where the step has none. */
    static String camunda(BaseElement step, String attribute) {
        return step.getAttributeValueNs(CAMUNDA, attribute);
    }

    /** The beans of a step: the one that does it, those that listen, and what its form or its decision brings with it. */
    Stream<String> beans(BaseElement step) {
        Stream<String> listeners = Stream.concat(
                extensions(step, CamundaTaskListener.class).map(CamundaTaskListener::getCamundaDelegateExpression),
                extensions(step, CamundaExecutionListener.class)
                        .map(CamundaExecutionListener::getCamundaDelegateExpression));
        List<String> named = Stream.concat(Stream.ofNullable(delegate(step)), listeners.map(Steps::bean))
                .filter(Objects::nonNull)
                .toList();
        return Stream.concat(named.stream(), unnamed(step, named)).distinct();
    }

    private Stream<String> unnamed(BaseElement step, List<String> named) {
        if (step instanceof UserTask task) {
            return readers
                    .beside(named, task.getCamundaFormRef(), name -> StepParameters.of(task, name)
                            .orElse(null))
                    .stream();
        }
        return step instanceof BusinessRuleTask task
                ? decisions.of(task.getCamundaDecisionRef()).stream()
                : Stream.empty();
    }

    Stream<StepContract> contracts(BaseElement step) {
        return contracts
                .get(step, one -> beans(one)
                        .flatMap(bean -> beans.marked(bean, StepContract.class).stream())
                        .toList())
                .stream();
    }

    Set<Duty> duties(BaseElement step) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        contracts(step).forEach(contract -> duties.addAll(List.of(contract.duties())));
        return duties;
    }

    boolean does(BaseElement step, Duty... anyOf) {
        Set<Duty> duties = duties(step);
        return Stream.of(anyOf).anyMatch(duties::contains);
    }

    Stream<Writes> writes(BaseElement step) {
        return contracts(step).flatMap(contract -> Stream.of(contract.writes()));
    }

    Set<String> reads(BaseElement step) {
        return contracts(step).flatMap(contract -> Stream.of(contract.reads())).collect(Collectors.toSet());
    }

    Set<String> raises(BaseElement step) {
        return contracts(step).flatMap(contract -> Stream.of(contract.raises())).collect(Collectors.toSet());
    }

    /** Whether its effect reaches somebody outside. */
    boolean reachesOut(FlowNode step) {
        return beans(step).anyMatch(bean -> beans.marked(bean, ReachesOut.class).isPresent());
    }

    /** Whether money or goods leave by it. */
    boolean moves(BaseElement step) {
        return does(step, Duty.MOVES_MONEY, Duty.MOVES_GOODS);
    }

    static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> kind) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(kind).list().stream();
    }
}
