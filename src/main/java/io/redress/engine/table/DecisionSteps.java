package io.redress.engine.table;

import io.redress.engine.guard.ModelBeans;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * A parse listener that gives every step that asks one of our decisions the listener that tells the table its facts and
 * takes its answer, where the diagram does not name it.
 */
@Component
public class DecisionSteps extends AbstractBpmnParseListener {

    private final ListableBeanFactory beans;
    private final Map<String, Optional<String>> steps = new ConcurrentHashMap<>();

    DecisionSteps(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The listener that belongs to a decision; empty for a manager's own, which asks what the process knows. */
    public Optional<String> of(String decision) {
        return decision == null
                ? Optional.empty()
                : steps.computeIfAbsent(decision, asked -> Stream.of(beans.getBeanNamesForAnnotation(Decides.class))
                        .filter(bean -> beans.findAnnotationOnBean(bean, Decides.class)
                                .value()
                                .equals(asked))
                        .findFirst());
    }

    @Override
    public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        of(task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef"))
                .ifPresent(bean -> Stream.of(ExecutionListener.EVENTNAME_START, ExecutionListener.EVENTNAME_END)
                        .filter(event -> !isNamed(task, event, bean))
                        .forEach(event -> activity.addListener(event, (ExecutionListener) execution ->
                                beans.getBean(bean, ExecutionListener.class).notify(execution))));
    }

    private static boolean isNamed(Element task, String event, String bean) {
        Element extensions = task.element("extensionElements");
        return extensions != null
                && extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "executionListener").stream()
                        .anyMatch(listener -> event.equals(listener.attribute("event"))
                                && ModelBeans.named(listener.attribute("delegateExpression"))
                                        .filter(bean::equals)
                                        .isPresent());
    }
}
