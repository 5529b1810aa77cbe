package io.redress.redesign.diagram;

import io.redress.engine.step.Duty;
import io.redress.engine.step.Writes;
import io.redress.redesign.model.Models;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A walk along every path that a process can take, with all tokens of its gateways, through subprocesses and called
 * processes. It knows of data only what decides about money: whether approval is needed, and given.
 */
final class Walk {

    /** More than any process that a person can read; beyond it the walk is given up, and says so. */
    private static final int MOST_STATES = 20_000;

    /** So many tokens in one place come from a circle that makes more of them each time. */
    private static final int MOST_TOKENS = 3;

    private final Models models;
    private final Steps steps;
    private final Splits splits;
    private final Visitor visitor;
    private final Map<Entry, Outcome> walked = new HashMap<>();
    private final Set<Entry> underWay = new HashSet<>();
    private int states;

    /** Who looks at what the walk comes to. */
    interface Visitor {

        /** A step that is about to begin. */
        void reached(FlowNode step, Progress progress);

        /** Tokens that wait at a join for one that never comes. */
        void stuck(FlowNode join);

        /** A step that is reached by more and more tokens. */
        void multiplies(FlowNode step);
    }

    private record Entry(ModelElementInstance scope, Progress progress) {}

    /**
     * How a scope can be left.
     *
     * @param ends what is certain where it ended, with the end at which it did
     * @param errors what is certain where it was left by an error, by code; the empty code stands for any
     */
    record Outcome(Map<Progress, FlowNode> ends, Map<String, Set<Progress>> errors) {}

    /** A token in each place, and what is certain. */
    private record Marking(Map<String, Integer> tokens, Progress progress) {}

    Walk(Models models, Steps steps, Splits splits, Visitor visitor) {
        this.models = models;
        this.steps = steps;
        this.splits = splits;
        this.visitor = visitor;
    }

    /** Whether the walk was given up, since the process has more states than can be looked at. */
    boolean isGivenUp() {
        return states > MOST_STATES;
    }

    /** Walks through a process or a subprocess. */
    Outcome through(ModelElementInstance scope, Progress progress) {
        Entry entry = new Entry(scope, progress);
        Outcome known = walked.get(entry);
        if (known != null) {
            return known;
        }
        if (!underWay.add(entry)) {
            return new Outcome(Map.of(), Map.of());
        }
        Outcome outcome = new Scope(scope).walk(progress);
        underWay.remove(entry);
        walked.put(entry, outcome);
        return outcome;
    }

    /** What was found of a scope, for everything that was certain when it began. */
    Stream<Outcome> outcomes(ModelElementInstance scope) {
        return walked.entrySet().stream()
                .filter(walk -> walk.getKey().scope().equals(scope))
                .map(Map.Entry::getValue);
    }

    /** One scope, while it is walked through. */
    private final class Scope {

        private final ModelElementInstance scope;
        private final Graph graph;
        private final Map<String, SequenceFlow> flows = new HashMap<>();
        private final Map<Progress, FlowNode> ends = new LinkedHashMap<>();
        private final Map<String, Set<Progress>> errors = new HashMap<>();
        private final Set<Progress> everywhere = new LinkedHashSet<>();
        private final Set<Marking> seen = new HashSet<>();
        private final Deque<Marking> open = new ArrayDeque<>();
        private final Map<FlowNode, Set<FlowNode>> ahead = new HashMap<>();

        Scope(ModelElementInstance scope) {
            this.scope = scope;
            this.graph = Graph.of(scope);
            Diagrams.nodes(scope)
                    .flatMap(node -> graph.outgoing(node).stream())
                    .filter(flow -> graph.target(flow) != null)
                    .forEach(flow -> flows.put(graph.id(flow), flow));
        }

        Outcome walk(Progress begun) {
            Diagrams.starts(scope).forEach(start -> {
                visitor.reached(start, begun);
                leave(Map.of(), start, begun);
            });
            List<Marking> first = List.copyOf(open);
            for (boolean latestFirst : new boolean[] {false, true}) {
                seen.clear();
                open.addAll(first);
                goOn(latestFirst);
            }
            Diagrams.besides(scope).forEach(beside -> interrupt(beside, begun));
            return new Outcome(ends, errors);
        }

        /**
         * Tokens side by side do not depend on each other, so not every order of their steps has to be tried; the two
         * extreme ones show what one branch does before the others.
         */
        private void goOn(boolean latestFirst) {
            while (!open.isEmpty() && !isGivenUp()) {
                Marking marking = open.pop();
                states++;
                everywhere.add(marking.progress());
                if (!step(marking, latestFirst)) {
                    stuck(marking);
                }
            }
        }

        private void interrupt(SubProcess beside, Progress begun) {
            boolean interrupts = Diagrams.starts(beside).allMatch(StartEvent::isInterrupting);
            // What runs beside a case is no reason to wait with its acknowledgement.
            Set<Progress> from =
                    interrupts ? new LinkedHashSet<>(everywhere) : Set.of(begun.with(EnumSet.of(Duty.ACKNOWLEDGES)));
            boolean onError =
                    Diagrams.starts(beside).anyMatch(start -> Diagrams.has(start, ErrorEventDefinition.class));
            from.forEach(progress -> {
                Outcome outcome = through(beside, progress);
                if (interrupts) {
                    outcome.ends().forEach(ends::putIfAbsent);
                }
                outcome.errors().forEach((code, left) -> left.forEach(one -> raise(code, one)));
            });
            if (onError) {
                errors.clear();
            }
        }

        private void stuck(Marking marking) {
            marking.tokens().keySet().stream()
                    .map(flows::get)
                    .filter(Objects::nonNull)
                    .map(Diagrams::target)
                    .distinct()
                    .forEach(visitor::stuck);
        }

        /** @return whether any token could go on */
        private boolean step(Marking marking, boolean latestFirst) {
            Set<FlowNode> joins = new LinkedHashSet<>();
            String moving = null;
            for (String place : marking.tokens().keySet()) {
                if (place.equals(BESIDE)) {
                    continue;
                }
                FlowNode node = graph.target(flows.get(place));
                if (isJoin(node)) {
                    joins.add(node);
                } else if (moving == null || latestFirst) {
                    moving = place;
                }
            }
            if (moving != null) {
                enter(without(marking.tokens(), moving), graph.target(flows.get(moving)), marking.progress());
                return true;
            }
            boolean joined = false;
            for (FlowNode join : joins) {
                joined = join(marking, join) || joined;
            }
            return joined;
        }

        private boolean isJoin(FlowNode node) {
            return (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                    && graph.incoming(node).size() > 1;
        }

        private boolean join(Marking marking, FlowNode join) {
            List<String> arrived = graph.incoming(join).stream()
                    .map(graph::id)
                    .filter(marking.tokens()::containsKey)
                    .toList();
            boolean complete = join instanceof ParallelGateway
                    ? arrived.size() == graph.incoming(join).size()
                    : nobodyElseComes(join, marking);
            if (complete) {
                Map<String, Integer> rest = marking.tokens();
                for (String place : arrived) {
                    rest = without(rest, place);
                }
                leave(rest, join, marking.progress());
            }
            return complete;
        }

        private boolean nobodyElseComes(FlowNode join, Marking marking) {
            return marking.tokens().keySet().stream()
                    .filter(place -> !place.equals(BESIDE))
                    .map(place -> graph.target(flows.get(place)))
                    .filter(target -> !target.equals(join))
                    .noneMatch(target -> ahead.computeIfAbsent(target, from -> Diagrams.reachable(from, node -> true))
                            .contains(join));
        }

        private void enter(Map<String, Integer> rest, FlowNode node, Progress progress) {
            visitor.reached(node, progress);
            if (!(node instanceof Activity) && Diagrams.endsHere(node)) {
                end(rest, node, progress);
                return;
            }
            if (node instanceof EventBasedGateway) {
                graph.outgoing(node).forEach(flow -> add(rest, List.of(flow), progress));
                return;
            }
            if (node instanceof Activity activity) {
                around(rest, activity, progress);
            }
            if (node instanceof SubProcess part) {
                Outcome outcome = through(part, progress);
                outcome.ends().keySet().forEach(after -> leave(rest, node, after));
                caught(rest, part, outcome, progress);
            } else if (node instanceof CallActivity call) {
                call(rest, call, progress);
            } else {
                effects(node, progress).forEach(after -> leave(rest, node, after));
            }
        }

        /** Boundary events other than errors, which may come at any moment of the activity. */
        private void around(Map<String, Integer> rest, Activity activity, Progress progress) {
            graph.boundaries(activity).stream()
                    .filter(event -> !Diagrams.has(event, ErrorEventDefinition.class))
                    .forEach(event -> {
                        visitor.reached(event, progress);
                        if (event.cancelActivity()) {
                            leave(rest, event, progress);
                        } else {
                            beside(activity, event, progress);
                        }
                    });
            steps.raises(activity).forEach(code -> raiseAt(rest, activity, code, progress));
        }

        /** A path beside an activity is walked by itself: it ends nothing but itself. */
        private void beside(Activity activity, BoundaryEvent event, Progress progress) {
            if (Diagrams.parent(activity).equals(scope)) {
                Map<String, Integer> alone = new TreeMap<>();
                alone.put(BESIDE, 1);
                leave(alone, event, progress);
            }
        }

        private void caught(Map<String, Integer> rest, Activity activity, Outcome outcome, Progress before) {
            outcome.errors().forEach((code, left) -> left.forEach(one -> raiseAt(rest, activity, code, one)));
            graph.boundaries(activity).stream()
                    .filter(event -> Diagrams.has(event, ErrorEventDefinition.class))
                    .forEach(event -> visitor.reached(event, before));
        }

        private void call(Map<String, Integer> rest, CallActivity call, Progress progress) {
            Optional<Models.ProcessModel> called =
                    Optional.ofNullable(Diagrams.called(call)).flatMap(models::process);
            if (called.isEmpty()) {
                leave(rest, call, progress);
                return;
            }
            Outcome outcome = through(called.get().process(), progress);
            outcome.ends().keySet().stream().map(progress::after).distinct().forEach(after -> leave(rest, call, after));
            outcome.errors()
                    .forEach((code, left) -> left.forEach(one -> raiseAt(rest, call, code, progress.after(one))));
        }

        /** An error leaves by the boundary event that catches it, else out of the scope. */
        private void raiseAt(Map<String, Integer> rest, Activity activity, String code, Progress progress) {
            Optional<BoundaryEvent> catching = graph.boundaries(activity).stream()
                    .filter(event -> Diagrams.has(event, ErrorEventDefinition.class))
                    .filter(event -> Diagrams.errorCode(event).map(code::equals).orElse(true))
                    .findFirst();
            if (catching.isPresent()) {
                visitor.reached(catching.get(), progress);
                leave(rest, catching.get(), progress);
            } else {
                raise(code, progress);
            }
        }

        private void raise(String code, Progress progress) {
            errors.computeIfAbsent(code, raised -> new LinkedHashSet<>()).add(progress);
        }

        private void end(Map<String, Integer> rest, FlowNode node, Progress progress) {
            if (Diagrams.has(node, ErrorEventDefinition.class)) {
                raise(Diagrams.errorCode(node).orElse(""), progress);
                return;
            }
            boolean all = Diagrams.has(node, TerminateEventDefinition.class);
            if (rest.isEmpty() || all && !rest.containsKey(BESIDE)) {
                ends.putIfAbsent(progress, node);
            } else if (!all) {
                push(rest, progress);
            }
        }

        private void leave(Map<String, Integer> rest, FlowNode node, Progress progress) {
            List<FlowNode> linked = Diagrams.linked(node).toList();
            if (!linked.isEmpty()) {
                linked.forEach(target -> leave(rest, target, progress));
                return;
            }
            if (graph.outgoing(node).isEmpty()) {
                end(rest, node, progress);
                return;
            }
            splits.choices(node, progress.known()).forEach(choice -> {
                if (!choice.isEmpty()) {
                    add(rest, choice, progress);
                }
            });
        }

        private void add(Map<String, Integer> rest, Iterable<SequenceFlow> taken, Progress progress) {
            Map<String, Integer> tokens = new TreeMap<>(rest);
            for (SequenceFlow flow : taken) {
                if (graph.target(flow) != null && tokens.merge(graph.id(flow), 1, Integer::sum) > MOST_TOKENS) {
                    visitor.multiplies(graph.target(flow));
                    return;
                }
            }
            push(tokens, progress);
        }

        private void push(Map<String, Integer> tokens, Progress progress) {
            Marking marking = new Marking(tokens, progress);
            boolean goesOn = tokens.size() > (tokens.containsKey(BESIDE) ? 1 : 0);
            if (goesOn && seen.add(marking)) {
                open.push(marking);
            }
        }

        private static Map<String, Integer> without(Map<String, Integer> tokens, String place) {
            Map<String, Integer> rest = new TreeMap<>(tokens);
            rest.computeIfPresent(place, (name, count) -> count == 1 ? null : count - 1);
            return rest;
        }
    }

    /** Marks a path that runs beside the rest of its scope. */
    private static final String BESIDE = "";

    private Stream<Progress> effects(FlowNode node, Progress before) {
        Set<Duty> duties = steps.duties(node);
        Progress after = node instanceof UserTask ? before.seenByPerson() : before;
        if (duties.contains(Duty.DECIDES)) {
            after = after.decided();
        }
        after = after.with(duties);
        boolean checks = duties.contains(Duty.CHECKS_AUTHORITY);
        Stream<Progress> ways = checks ? Stream.of(after.needing(true), after.needing(false)) : Stream.of(after);
        if (duties.contains(Duty.APPROVES)) {
            return ways.flatMap(way -> steps.writes(node)
                    .filter(written -> written.value().equals("approval"))
                    .flatMap(written -> Stream.of(written.words()))
                    .map(way::answered));
        }
        boolean asksAgain = !checks && steps.writes(node).map(Writes::value).anyMatch("approvalNeeded"::equals);
        return asksAgain ? ways.map(way -> way.answered(null)) : ways;
    }
}
