package io.redress.redesign.diagram;

import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.springframework.stereotype.Component;

/**
 * The rules for what may break in on money and goods: nothing. A withdrawal is let in only where none are on their way;
 * that is seen to outside the diagram.
 */
@Component
class InterruptRules implements DiagramRule {

    private static final String WITHDRAWN = "redress.withdrawn";

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return drawn.all().flatMap(step -> Stream.concat(interrupting(drawn, step), terminating(drawn, step)));
    }

    private static Stream<Finding> interrupting(Drawn drawn, Step step) {
        boolean breaksIn = false;
        if (step.node() instanceof BoundaryEvent event && event.cancelActivity() && isOutside(event)) {
            breaksIn = hasMoney(drawn, event.getAttachedTo(), new HashSet<>());
        } else if (Diagrams.isBeside(step.node())) {
            boolean ends = Diagrams.starts(step.node()).anyMatch(start -> start.isInterrupting() && isOutside(start));
            breaksIn = ends
                    && Diagrams.nodes(Diagrams.parent(step.node()))
                            .filter(node -> !Diagrams.isBeside(node))
                            .anyMatch(node -> hasMoney(drawn, node, new HashSet<>()));
        }
        return breaksIn
                ? Stream.of(Finding.error("interrupts-money", step.process().file(), step.id(), step.label()))
                : Stream.empty();
    }

    /** Whether an event comes from elsewhere, at any moment; an error comes from the step itself. */
    private static boolean isOutside(FlowNode event) {
        boolean own =
                Diagrams.has(event, ErrorEventDefinition.class) || Diagrams.has(event, CompensateEventDefinition.class);
        boolean withdrawal = Diagrams.definitions(event)
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .anyMatch(message -> message != null && WITHDRAWN.equals(message.getName()));
        return !own && !withdrawal;
    }

    /** An end that stops everything, where another branch may be moving money. */
    private static Stream<Finding> terminating(Drawn drawn, Step step) {
        FlowNode split = step.node();
        boolean splits = split instanceof ParallelGateway || split instanceof InclusiveGateway;
        if (Diagrams.outgoing(split).size() < 2 || split instanceof Gateway && !splits) {
            return Stream.empty();
        }
        Set<Finding> findings = new HashSet<>();
        for (SequenceFlow one : Diagrams.outgoing(split)) {
            branch(one)
                    .filter(node -> Diagrams.has(node, TerminateEventDefinition.class))
                    .forEach(end -> {
                        boolean money = Diagrams.outgoing(split).stream()
                                .filter(other -> !other.equals(one))
                                .flatMap(InterruptRules::branch)
                                .anyMatch(node -> hasMoney(drawn, node, new HashSet<>()));
                        if (money) {
                            findings.add(Finding.error(
                                    "terminates-beside-money",
                                    step.process().file(),
                                    end.getId(),
                                    Diagrams.label(end)));
                        }
                    });
        }
        return findings.stream();
    }

    /** The steps of a branch until it meets the others again. */
    private static Stream<FlowNode> branch(SequenceFlow first) {
        FlowNode begin = Diagrams.target(first);
        if (begin == null || joins(begin)) {
            return Stream.empty();
        }
        Set<FlowNode> branch = Diagrams.reachable(begin, node -> !joins(node));
        branch.add(begin);
        return branch.stream();
    }

    private static boolean joins(FlowNode node) {
        return (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                && Diagrams.incoming(node).size() > 1;
    }

    /** Whether a step moves money or goods, itself or in what it consists of. */
    static boolean hasMoney(Drawn drawn, FlowNode node, Set<String> seen) {
        if (drawn.steps().moves(node)) {
            return true;
        }
        if (node instanceof SubProcess part) {
            return Diagrams.nodes(part).anyMatch(inner -> hasMoney(drawn, inner, seen));
        }
        if (node instanceof CallActivity call) {
            Optional<String> called = Optional.ofNullable(Diagrams.called(call)).filter(seen::add);
            return called.flatMap(drawn.models()::process)
                    .map(process -> Diagrams.nodes(process.process()).collect(Collectors.toSet()).stream()
                            .anyMatch(inner -> hasMoney(drawn, inner, seen)))
                    .orElse(false);
        }
        return false;
    }
}
