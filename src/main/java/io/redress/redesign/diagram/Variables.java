package io.redress.redesign.diagram;

import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.redesign.model.Models;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The process variables: which there are at all, and which a step sets. */
@Component
class Variables {

    private final Steps steps;
    private final ListableBeanFactory beans;

    Variables(Steps steps, ListableBeanFactory beans) {
        this.steps = steps;
        this.beans = beans;
    }

    /** The names that anybody sets or needs: steps of the house, forms, and these diagrams. */
    Set<String> known(Drawn drawn) {
        Set<String> known = new HashSet<>(Conditions.knownVariables());
        for (String bean : beans.getBeanNamesForAnnotation(StepContract.class)) {
            StepContract contract = beans.findAnnotationOnBean(bean, StepContract.class);
            known.addAll(Set.of(contract.reads()));
            Stream.of(contract.writes()).map(Writes::value).forEach(known::add);
        }
        drawn.models().forms().forEach(form -> known.addAll(Models.fields(form)));
        drawn.all().forEach(step -> {
            known.addAll(written(drawn, step.node()));
            known.addAll(inputs(step.node()));
            Steps.extensions(step.node(), CamundaIn.class)
                    .map(CamundaIn::getCamundaTarget)
                    .forEach(known::add);
        });
        return known;
    }

    /** The variables that a step has for itself. */
    static Set<String> inputs(BaseElement step) {
        Set<String> names = Steps.extensions(step, CamundaInputOutput.class)
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toSet());
        if (step instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several) {
            names.add(several.getCamundaElementVariable());
            names.addAll(Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"));
        }
        names.remove(null);
        return names;
    }

    /** The variables that are certain to be set once a step is done. */
    Set<String> written(Drawn drawn, FlowNode node) {
        Set<String> names = steps.writes(node)
                .filter(written -> !written.sometimes())
                .map(Writes::value)
                .collect(Collectors.toSet());
        Steps.extensions(node, CamundaInputOutput.class)
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .map(CamundaOutputParameter::getCamundaName)
                .forEach(names::add);
        if (node instanceof UserTask task && task.getCamundaFormRef() != null) {
            drawn.models().form(task.getCamundaFormRef()).ifPresent(found -> names.addAll(Models.fields(found)));
        }
        if (node instanceof BusinessRuleTask task) {
            names.add(task.getCamundaResultVariable());
        } else if (node instanceof ServiceTask task) {
            names.add(task.getCamundaResultVariable());
        } else if (node instanceof CallActivity call) {
            Steps.extensions(call, CamundaOut.class)
                    .map(CamundaOut::getCamundaTarget)
                    .forEach(names::add);
        }
        Diagrams.definitions(node)
                .filter(ErrorEventDefinition.class::isInstance)
                .map(error -> ((ErrorEventDefinition) error).getCamundaErrorMessageVariable())
                .filter(Objects::nonNull)
                .forEach(names::add);
        names.remove(null);
        return names;
    }
}
