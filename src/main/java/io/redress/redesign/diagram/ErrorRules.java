package io.redress.redesign.diagram;

import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The rules for errors: each that a step can raise is caught, on the step or around it, and each that is caught is raised. */
@Component
class ErrorRules implements DiagramRule {

    @Override
    public Stream<Finding> check(Drawn drawn) {
        return Stream.concat(drawn.all().flatMap(step -> uncaught(drawn, step)), neverRaised(drawn));
    }

    private static Stream<Finding> uncaught(Drawn drawn, Step step) {
        return drawn.steps().raises(step.node()).stream()
                .sorted()
                .filter(code -> !isCaught(drawn, step.node(), code, new HashSet<>()))
                .map(code -> Finding.error("error-uncaught", step.process().file(), step.id(), step.label(), code));
    }

    private static boolean isCaught(Drawn drawn, FlowNode node, String code, Set<String> seen) {
        if (node instanceof Activity activity
                && Diagrams.boundaries(activity).anyMatch(event -> catches(event, code))) {
            return true;
        }
        ModelElementInstance scope = Diagrams.parent(node);
        boolean beside = Diagrams.besides(scope)
                .filter(part -> !part.equals(node))
                .flatMap(Diagrams::starts)
                .anyMatch(start -> catches(start, code));
        if (beside) {
            return true;
        }
        if (scope instanceof SubProcess part) {
            return isCaught(drawn, part, code, seen);
        }
        List<Step> callers = callers(drawn, (Process) scope);
        return seen.add(((Process) scope).getId())
                && !callers.isEmpty()
                && callers.stream().allMatch(caller -> isCaught(drawn, caller.node(), code, seen));
    }

    private static List<Step> callers(Drawn drawn, Process process) {
        return drawn.all()
                .filter(step -> step.node() instanceof CallActivity call
                        && process.getId().equals(Diagrams.called(call)))
                .toList();
    }

    private static boolean catches(FlowNode event, String code) {
        return Diagrams.has(event, ErrorEventDefinition.class)
                && Diagrams.errorCode(event).map(code::equals).orElse(true);
    }

    /** A boundary event for an error that nothing inside raises waits in vain. */
    private static Stream<Finding> neverRaised(Drawn drawn) {
        return drawn.all().filter(step -> step.node() instanceof Activity).flatMap(step -> Diagrams.boundaries(
                        (Activity) step.node())
                .filter(event -> Diagrams.has(event, ErrorEventDefinition.class))
                .filter(event -> Diagrams.errorCode(event)
                        .filter(code ->
                                !raised(drawn, step.node(), new HashSet<>()).contains(code))
                        .isPresent())
                .map(event -> Finding.error(
                        "error-never-raised",
                        step.process().file(),
                        event.getId(),
                        Diagrams.label(event),
                        Diagrams.errorCode(event).orElse(""),
                        step.label())));
    }

    private static Set<String> raised(Drawn drawn, FlowNode node, Set<String> seen) {
        Set<String> codes = new HashSet<>(drawn.steps().raises(node));
        if (Diagrams.has(node, ErrorEventDefinition.class)) {
            Diagrams.errorCode(node).ifPresent(codes::add);
        }
        Stream<FlowNode> inner = Stream.empty();
        if (node instanceof SubProcess part) {
            inner = Diagrams.nodes(part);
        } else if (node instanceof CallActivity call) {
            inner = Stream.ofNullable(Diagrams.called(call))
                    .filter(seen::add)
                    .map(called -> drawn.models().process(called).orElse(null))
                    .filter(Objects::nonNull)
                    .flatMap(called -> Diagrams.nodes(called.process()));
        }
        inner.forEach(step -> codes.addAll(raised(drawn, step, seen)));
        return codes;
    }
}
