package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelExpression;
import io.redress.engine.step.Writes;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * The rules for what never ends: a circle in which nothing is waited for takes a thread for ever, whatever elements it is
 * made of, and however many called processes it leads through.
 *
 * <p>A circle is harmless where it is gone through only on a word after which the step uses something up, such as “more to
 * refund”: the ledger ends it.
 */
@Component
class CycleRules implements DiagramRule {

    @Override
    public Stream<Finding> check(Drawn drawn) {
        Passing passing = new Passing(drawn);
        return Stream.concat(circles(drawn, passing), recursion(drawn, passing));
    }

    private static Stream<Finding> circles(Drawn drawn, Passing passing) {
        return drawn.processes().stream().flatMap(process -> Diagrams.scopes(process.process())
                .flatMap(scope -> circles(drawn, process, scope, passing)));
    }

    private static Stream<Finding> circles(
            Drawn drawn, ProcessModel process, ModelElementInstance scope, Passing passing) {
        Map<FlowNode, Set<FlowNode>> graph = new LinkedHashMap<>();
        Diagrams.nodes(scope)
                .filter(node -> !Diagrams.isBeside(node))
                .filter(passing::isPassed)
                .forEach(node -> graph.put(node, next(drawn, node)));
        return circles(graph).stream()
                .map(circle -> Finding.error(
                        "cycle-without-wait",
                        process.file(),
                        circle.get(0).getId(),
                        circle.stream().map(Diagrams::label).collect(Collectors.joining(" → "))));
    }

    /** What may follow at once; ways that use something up are left out. */
    private static Set<FlowNode> next(Drawn drawn, FlowNode node) {
        Set<FlowNode> next = new LinkedHashSet<>();
        Diagrams.outgoing(node).stream()
                .filter(flow -> Diagrams.target(flow) != null && !usesUp(drawn, flow))
                .forEach(flow -> next.add(Diagrams.target(flow)));
        if (node instanceof Activity activity) {
            Diagrams.boundaries(activity).forEach(next::add);
        }
        Diagrams.linked(node).forEach(next::add);
        return next;
    }

    /** Whether a flow is taken only on words after which the step that says them has used something up. */
    private static boolean usesUp(Drawn drawn, SequenceFlow flow) {
        Optional<ModelExpression> condition = Conditions.of(flow);
        if (condition.isEmpty() || flow.equals(Splits.otherwise(Diagrams.source(flow)))) {
            return false;
        }
        Set<FlowNode> behind = Diagrams.reachable(Diagrams.target(flow), node -> true);
        behind.add(Diagrams.target(flow));
        List<Writes> spending = behind.stream()
                .flatMap(drawn.steps()::writes)
                .filter(written -> written.again().length > 0)
                .toList();
        return !spending.isEmpty()
                && drawn.conditions()
                        .situations(List.of(condition.get()), Map.of())
                        .map(situations -> situations.stream()
                                .filter(situation ->
                                        condition.get().holds(situation).orElse(true))
                                .allMatch(situation -> spending.stream().anyMatch(written -> List.of(written.again())
                                        .contains(String.valueOf(situation.get(written.value()))))))
                        .orElse(false);
    }

    /** One circle of each knot of steps that lead to each other. */
    private static List<List<FlowNode>> circles(Map<FlowNode, Set<FlowNode>> graph) {
        List<List<FlowNode>> circles = new ArrayList<>();
        Set<FlowNode> told = new HashSet<>();
        for (FlowNode start : graph.keySet()) {
            if (!told.contains(start)) {
                wayBack(graph, start).ifPresent(circle -> {
                    told.addAll(circle);
                    circles.add(circle);
                });
            }
        }
        return circles;
    }

    private static Optional<List<FlowNode>> wayBack(Map<FlowNode, Set<FlowNode>> graph, FlowNode start) {
        Map<FlowNode, FlowNode> cameFrom = new HashMap<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            for (FlowNode next : graph.getOrDefault(node, Set.of())) {
                if (next.equals(start)) {
                    List<FlowNode> circle = new ArrayList<>();
                    for (FlowNode step = node; step != null; step = cameFrom.get(step)) {
                        circle.add(0, step);
                    }
                    circle.add(start);
                    return Optional.of(circle);
                }
                if (graph.containsKey(next) && !next.equals(start) && cameFrom.putIfAbsent(next, node) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    /** Processes that call each other, or themselves, before anything is waited for. */
    private static Stream<Finding> recursion(Drawn drawn, Passing passing) {
        Map<String, Set<String>> calls = new HashMap<>();
        drawn.processes()
                .forEach(process -> calls.put(
                        process.id(), passing.calledAtOnce(process.process()).collect(Collectors.toSet())));
        return drawn.processes().stream()
                .filter(process -> leadsTo(calls, process.id()))
                .map(process -> Finding.error("calls-itself", process.file(), process.id(), process.id()));
    }

    private static boolean leadsTo(Map<String, Set<String>> calls, String target) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(calls.getOrDefault(target, Set.of()));
        while (!open.isEmpty()) {
            String called = open.pop();
            if (called.equals(target)) {
                return true;
            }
            if (seen.add(called)) {
                open.addAll(calls.getOrDefault(called, Set.of()));
            }
        }
        return false;
    }

    /** Which steps may be passed without waiting for anything. */
    private static final class Passing {

        private final Drawn drawn;
        private final Map<ModelElementInstance, Boolean> passed = new HashMap<>();

        Passing(Drawn drawn) {
            this.drawn = drawn;
        }

        boolean isPassed(FlowNode node) {
            if (node instanceof Activity activity && isForEach(activity)) {
                // There may be nobody to do it for.
                return true;
            }
            if (node instanceof UserTask || node instanceof ReceiveTask || node instanceof EventBasedGateway) {
                return false;
            }
            if (node instanceof CatchEvent && !(node instanceof StartEvent)) {
                return Diagrams.definitions(node)
                        .noneMatch(definition -> definition instanceof TimerEventDefinition
                                || definition instanceof MessageEventDefinition
                                || definition instanceof SignalEventDefinition);
            }
            if (node instanceof SubProcess part) {
                return passed(part);
            }
            if (node instanceof CallActivity call) {
                return Optional.ofNullable(Diagrams.called(call))
                        .flatMap(drawn.models()::process)
                        .map(called -> passed(called.process()))
                        .orElse(true);
            }
            return true;
        }

        private static boolean isForEach(Activity activity) {
            return activity.getLoopCharacteristics() != null;
        }

        /** Whether a scope has a way from a start to an end, or out by an error, on which nothing is waited for. */
        private boolean passed(ModelElementInstance scope) {
            Boolean known = passed.putIfAbsent(scope, false);
            if (known != null) {
                return known;
            }
            boolean answer = walk(scope).stream().anyMatch(Diagrams::endsHere);
            passed.put(scope, answer);
            return answer;
        }

        /** The steps that are reached at once when a scope begins. */
        private Collection<FlowNode> walk(ModelElementInstance scope) {
            Set<FlowNode> seen = new HashSet<>();
            Deque<FlowNode> open = new ArrayDeque<>(Diagrams.starts(scope).toList());
            while (!open.isEmpty()) {
                FlowNode node = open.pop();
                if (isPassed(node) && seen.add(node)) {
                    Diagrams.successors(node).forEach(open::push);
                }
            }
            return seen;
        }

        /** The processes that are called before anything is waited for. */
        Stream<String> calledAtOnce(ModelElementInstance scope) {
            Set<FlowNode> first = new HashSet<>(walk(scope));
            // A call that waits inside is itself reached at once.
            Stream<FlowNode> reached =
                    Stream.concat(Diagrams.starts(scope), first.stream().flatMap(Diagrams::successors));
            return reached.distinct().flatMap(node -> {
                if (node instanceof CallActivity call) {
                    return Stream.ofNullable(Diagrams.called(call));
                }
                return node instanceof SubProcess part && !Diagrams.isBeside(part)
                        ? calledAtOnce(part)
                        : Stream.empty();
            });
        }
    }
}
