package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelExpression;
import io.redress.redesign.diagram.Drawn.Step;
import io.redress.redesign.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The rules for splits: whatever the answer is, exactly the meant flow is taken, and there is one. */
@Component
class SplitRules implements DiagramRule {

    @Override
    public Stream<Finding> check(Drawn drawn) {
        Map<String, Set<String>> choices = drawn.models().choices();
        return drawn.all().flatMap(step -> Stream.concat(check(drawn, step), lost(drawn, step, choices)));
    }

    /**
     * Words that people can choose, for which a way of their own led on in the version before, and now none but the one
     * for everything else. What is no choice of a person's, such as what the evidence says, may well go there.
     */
    private static Stream<Finding> lost(Drawn drawn, Step step, Map<String, Set<String>> choices) {
        return drawn.before(step.process(), step.node()).stream().flatMap(before -> asked(before).stream()
                .flatMap(condition -> condition.unknowns().stream())
                .distinct()
                .flatMap(variable -> choices.getOrDefault(variable, Set.of()).stream()
                        .sorted()
                        .filter(word ->
                                leads(drawn, before, variable, word) && !leads(drawn, step.node(), variable, word))
                        .map(word -> step.error("choice-without-way", word, step.label()))));
    }

    private static List<ModelExpression> asked(FlowNode node) {
        SequenceFlow otherwise = Splits.otherwise(node);
        return otherwise == null
                ? List.of()
                : Diagrams.outgoing(node).stream()
                        .filter(flow -> !flow.equals(otherwise))
                        .flatMap(flow -> Conditions.of(flow).stream())
                        .toList();
    }

    /** Whether a flow other than the default can be taken for a word. */
    private static boolean leads(Drawn drawn, FlowNode node, String variable, String word) {
        List<ModelExpression> asked = asked(node);
        return drawn.conditions()
                .situations(asked, Map.of(variable, word))
                .map(situations -> situations.stream().anyMatch(situation -> asked.stream()
                        .anyMatch(condition -> condition.holds(situation).orElse(false))))
                .orElse(true);
    }

    private static Stream<Finding> check(Drawn drawn, Step step) {
        FlowNode node = step.node();
        List<Finding> findings = new ArrayList<>();
        SequenceFlow otherwise = Splits.otherwise(node);
        if (otherwise != null && !node.equals(Diagrams.source(otherwise))) {
            findings.add(step.errorAt(node.getId(), "default-elsewhere", step.label()));
        }
        if (node instanceof ParallelGateway || node instanceof EventBasedGateway) {
            Diagrams.outgoing(node).stream()
                    .filter(flow -> Conditions.has(flow))
                    .forEach(flow -> findings.add(step.errorAt(flow.getId(), "condition-ignored", step.label())));
            return findings.stream();
        }
        List<SequenceFlow> asked = Diagrams.outgoing(node).stream()
                .filter(flow -> Conditions.has(flow) && !flow.equals(otherwise))
                .toList();
        if (otherwise != null && Conditions.has(otherwise)) {
            findings.add(step.errorAt(otherwise.getId(), "condition-ignored", step.label()));
        }
        if (node instanceof ExclusiveGateway && Diagrams.outgoing(node).size() > 1) {
            Diagrams.outgoing(node).stream()
                    .filter(flow -> !Conditions.has(flow) && !flow.equals(otherwise))
                    .forEach(flow -> findings.add(step.errorAt(flow.getId(), "flow-always-taken", step.label())));
        }
        answers(drawn, step, asked, otherwise, findings);
        return findings.stream();
    }

    private static void answers(
            Drawn drawn, Step step, List<SequenceFlow> asked, SequenceFlow otherwise, List<Finding> findings) {
        List<Optional<ModelExpression>> conditions =
                asked.stream().map(Conditions::of).toList();
        if (asked.isEmpty() || conditions.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        drawn.conditions()
                .situations(conditions.stream().map(Optional::get).toList(), Map.of())
                .ifPresent(situations -> {
                    for (SequenceFlow flow : asked) {
                        answer(drawn, step, flow, situations, findings);
                    }
                    boolean leavable = otherwise != null
                            || Diagrams.outgoing(step.node()).stream().anyMatch(flow -> !Conditions.has(flow));
                    situations.stream()
                            .filter(situation -> !leavable)
                            .filter(situation -> asked.stream().noneMatch(flow -> Splits.isTaken(flow, situation)))
                            .findFirst()
                            .ifPresent(situation -> findings.add(
                                    step.errorAt(step.id(), "split-incomplete", step.label(), words(situation))));
                });
    }

    private static void answer(
            Drawn drawn, Step step, SequenceFlow flow, List<Map<String, Object>> situations, List<Finding> findings) {
        ModelExpression condition = Conditions.of(flow).orElseThrow();
        Set<Optional<Boolean>> answers =
                situations.stream().map(condition::holds).collect(Collectors.toSet());
        if (answers.equals(Set.of(Optional.<Boolean>empty()))) {
            findings.add(step.errorAt(flow.getId(), "condition-unclear", condition, step.label()));
        } else if (!answers.contains(Optional.of(true))) {
            findings.add(step.errorAt(flow.getId(), "flow-never-taken", condition, step.label()));
        } else {
            drawn.conditions()
                    .unsaid(condition)
                    .forEach(word ->
                            findings.add(step.errorAt(flow.getId(), "word-never-said", word, condition, step.label())));
        }
    }

    private static String words(Map<String, Object> situation) {
        return situation.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
