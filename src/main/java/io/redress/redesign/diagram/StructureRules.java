package io.redress.redesign.diagram;

import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The rules for how a diagram hangs together: one way in, no step that is never reached, nothing done without end. */
@Component
class StructureRules implements DiagramRule {

    private static final int MOST_TIMES = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    public Stream<Finding> check(Drawn drawn) {
        Stream<Finding> processes = drawn.processes().stream()
                .flatMap(process -> Stream.concat(
                        starts(process),
                        Diagrams.scopes(process.process()).flatMap(scope -> reached(drawn, process, scope))));
        Stream<Finding> idle = drawn.models()
                .processes()
                .filter(process ->
                        process.file().drafted() && !process.process().isExecutable())
                .map(process -> Finding.error("not-executable", process.file(), process.id(), process.id()));
        Stream<Finding> across = drawn.models().diagrams().stream()
                .flatMap(diagram -> Graph.of(diagram.content().getDefinitions()).across().stream()
                        .map(flow -> Finding.error(
                                "flow-across",
                                diagram,
                                flow.getId(),
                                Diagrams.label(flow.getSource()),
                                Diagrams.label(flow.getTarget()))));
        return Stream.of(processes, idle, across, drawn.all().flatMap(StructureRules::repeated))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> starts(ProcessModel process) {
        List<StartEvent> starts = Diagrams.starts(process.process()).toList();
        List<Finding> findings = new ArrayList<>();
        if (starts.isEmpty()) {
            findings.add(Finding.error("start-missing", process.file(), process.id(), process.id()));
        }
        if (starts.size() > 1) {
            findings.add(Finding.error("start-several", process.file(), process.id(), process.id(), starts.size()));
        }
        starts.stream()
                .filter(start -> Diagrams.definitions(start).findAny().isPresent())
                .forEach(start -> findings.add(
                        Finding.error("start-by-event", process.file(), start.getId(), Diagrams.label(start))));
        if (process.id().equals(Drawn.MAIN) && starts.stream().noneMatch(start -> start.getCamundaFormRef() != null)) {
            findings.add(Finding.error("start-form-missing", process.file(), process.id()));
        }
        return findings.stream();
    }

    private static Stream<Finding> reached(Drawn drawn, ProcessModel process, ModelElementInstance scope) {
        List<Finding> findings = new ArrayList<>();
        if (scope instanceof SubProcess part && Diagrams.starts(part).findAny().isEmpty()) {
            findings.add(Finding.error("start-missing", process.file(), part.getId(), Diagrams.label(part)));
        }
        Set<FlowNode> reached = Diagrams.starts(scope)
                .flatMap(start -> Diagrams.reachable(start, node -> true).stream())
                .collect(Collectors.toSet());
        boolean ends = Diagrams.nodes(scope).anyMatch(EndEvent.class::isInstance);
        Diagrams.nodes(scope)
                .filter(node -> !(node instanceof StartEvent) && !Diagrams.isBeside(node))
                .forEach(node -> {
                    if (!reached.contains(node)) {
                        findings.add(
                                Finding.error("step-unreachable", process.file(), node.getId(), Diagrams.label(node)));
                    } else if (isLast(node)) {
                        findings.add(
                                ends && (!(node instanceof UserTask) || wentOn(drawn, process, node))
                                        ? Finding.error("step-last", process.file(), node.getId(), Diagrams.label(node))
                                        : Finding.warning(
                                                "step-last", process.file(), node.getId(), Diagrams.label(node)));
                    }
                });
        return findings.stream();
    }

    /**
     * Whether a way led on from a step in the version before. By the standard, where one path has an end event, all have;
     * a new task is seen to be the last by whoever does it, while what the engine does, and what went on, ends unnoticed.
     */
    private static boolean wentOn(Drawn drawn, ProcessModel process, FlowNode node) {
        return drawn.before(process, node)
                .filter(before -> !Diagrams.endsHere(before))
                .isPresent();
    }

    private static boolean isLast(FlowNode node) {
        return Diagrams.endsHere(node) && !(node instanceof ThrowEvent) && !isForCompensation(node);
    }

    private static boolean isForCompensation(FlowNode node) {
        return node instanceof Activity activity && activity.isForCompensation();
    }

    private static Stream<Finding> repeated(Step step) {
        if (!(step.node() instanceof Activity activity) || activity.getLoopCharacteristics() == null) {
            return Stream.empty();
        }
        LoopCharacteristics loop = activity.getLoopCharacteristics();
        if (!(loop instanceof MultiInstanceLoopCharacteristics several)) {
            return Stream.of(step.error("loop-ignored", step.label()));
        }
        String times = several.getLoopCardinality() == null
                ? ""
                : several.getLoopCardinality().getTextContent().strip();
        boolean counted =
                NUMBER.matcher(times).matches() && Integer.parseInt(times) > 0 && Integer.parseInt(times) <= MOST_TIMES;
        boolean listed = times.isEmpty() && several.getCamundaCollection() != null;
        return counted || listed
                ? Stream.empty()
                : Stream.of(step.error("repeated-without-limit", times, MOST_TIMES, step.label()));
    }
}
