package io.redress.engine.job;

import io.redress.engine.guard.ModelBeans;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A parse listener that notes on each service task of a diagram how soon it has to be done, as its bean says, whatever
 * the task is called.
 */
public class UrgentSteps extends AbstractBpmnParseListener {

    /** The {@link Urgency} of a step whose bean says one. */
    static final String URGENCY = "redress.urgency";

    private final ModelBeans beans;

    public UrgentSteps(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public void parseServiceTask(Element serviceTask, ScopeImpl scope, ActivityImpl activity) {
        ModelBeans.named(serviceTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression"))
                .flatMap(bean -> beans.marked(bean, Urgent.class))
                .ifPresent(urgent -> activity.setProperty(URGENCY, urgent.value()));
    }
}
