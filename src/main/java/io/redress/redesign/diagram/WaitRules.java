package io.redress.redesign.diagram;

import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** The rules for waiting: who waits for somebody outside has a clock that ends it. People's tasks have the ladder. */
@Component
class WaitRules implements DiagramRule {

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.all().flatMap(WaitRules::check);
    }

    private static Stream<Finding> check(Step step) {
        if (step.node() instanceof ServiceTask task && "external".equals(task.getCamundaType())) {
            return Stream.of(step.error("wait-for-worker", step.label()));
        }
        return isOpenEnded(step.node()) && !isInClockedPart(step.node())
                ? Stream.of(step.error("wait-without-clock", step.label()))
                : Stream.empty();
    }

    private static boolean isOpenEnded(FlowNode node) {
        if (node instanceof EventBasedGateway) {
            return Diagrams.outgoing(node).stream()
                    .map(Diagrams::target)
                    .noneMatch(event -> event != null && Diagrams.has(event, TimerEventDefinition.class));
        }
        if (node instanceof ReceiveTask task) {
            return !hasClock(task);
        }
        return node instanceof IntermediateCatchEvent
                && (Diagrams.has(node, MessageEventDefinition.class)
                        || Diagrams.has(node, SignalEventDefinition.class)
                        || Diagrams.has(node, ConditionalEventDefinition.class))
                && Diagrams.incoming(node).stream()
                        .noneMatch(flow -> Diagrams.source(flow) instanceof EventBasedGateway);
    }

    private static boolean hasClock(Activity activity) {
        return Diagrams.boundaries(activity)
                .anyMatch(event -> event.cancelActivity() && Diagrams.has(event, TimerEventDefinition.class));
    }

    /** Whether the step lies in a subprocess that a timer ends. */
    private static boolean isInClockedPart(FlowNode node) {
        return Diagrams.parent(node) instanceof SubProcess part
                && (!part.triggeredByEvent() && hasClock(part) || isInClockedPart(part));
    }
}
