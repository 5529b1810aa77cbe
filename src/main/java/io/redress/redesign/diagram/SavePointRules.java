package io.redress.redesign.diagram;

import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** The rules for save points: what has reached somebody outside, or came from there, is never undone by what follows. */
@Component
class SavePointRules implements DiagramRule {

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.all().flatMap(step -> Stream.concat(outward(drawn, step), inward(step)));
    }

    private static Stream<Finding> outward(Drawn drawn, Step step) {
        if (!drawn.steps().reachesOut(step.node())) {
            return Stream.empty();
        }
        boolean money = drawn.steps().moves(step.node());
        if (money && !step.node().isCamundaAsyncBefore()) {
            return Stream.of(step.error("save-point-before", step.label()));
        }
        boolean saved = money ? step.node().isCamundaAsyncAfter() : isSaved(step.node());
        return saved ? Stream.empty() : Stream.of(step.error("save-point-after", step.label()));
    }

    private static Stream<Finding> inward(Step step) {
        FlowNode node = step.node();
        boolean awaits = node instanceof ReceiveTask
                || Diagrams.has(node, MessageEventDefinition.class)
                        && (node instanceof IntermediateCatchEvent
                                || node instanceof BoundaryEvent
                                || node instanceof StartEvent);
        return awaits && !isSaved(node) && !onlyEnds(node)
                ? Stream.of(step.error("save-point-message", step.label()))
                : Stream.empty();
    }

    /**
     * Nothing is decided on a flow without a condition, so the next step's own save point is as good as one after, and so
     * is an event-based gateway, which does nothing but wait.
     */
    private static boolean isSaved(FlowNode step) {
        Collection<SequenceFlow> ways = Diagrams.outgoing(step);
        return step.isCamundaAsyncAfter()
                || ways.size() == 1
                        && ways.stream()
                                .allMatch(way -> !Conditions.has(way)
                                        && (Diagrams.target(way) instanceof EventBasedGateway
                                                || Diagrams.target(way) != null
                                                        && Diagrams.target(way).isCamundaAsyncBefore()));
    }

    /** An event subprocess that does nothing but end what it stands in, in a process that no other calls. */
    private static boolean onlyEnds(FlowNode event) {
        return Diagrams.parent(event) instanceof SubProcess part
                && part.triggeredByEvent()
                && event.getSucceedingNodes().list().stream().allMatch(EndEvent.class::isInstance);
    }
}
