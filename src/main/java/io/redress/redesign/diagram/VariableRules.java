package io.redress.redesign.diagram;

import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelElement;
import io.redress.engine.guard.ModelExpression;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.Models.ProcessModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * The rule that a variable is set on every path before it is read. What processes are started with that nobody calls, but
 * our own rooms, is known to those rooms alone; they are not looked at.
 */
@Component
class VariableRules implements DiagramRule {

    private final ModelBeans beans;
    private final Variables variables;

    VariableRules(ModelBeans beans, Variables variables) {
        this.beans = beans;
        this.variables = variables;
    }

    @Override
    public Stream<Finding> check(Drawn drawn) {
        Set<Finding> findings = new LinkedHashSet<>();
        drawn.processes().forEach(process -> {
            Set<String> begun = begun(drawn, process);
            if (begun != null) {
                new Flow(drawn, process, findings).through(process.process(), begun, begun);
            }
        });
        drawn.all()
                .filter(step -> step.node() instanceof CallActivity)
                .forEach(step -> returned(drawn, step, findings));
        return findings.stream();
    }

    /** What a process is begun with on every call; {@code null} where that is not known. */
    private static Set<String> begun(Drawn drawn, ProcessModel process) {
        if (process.id().equals(Drawn.MAIN)) {
            return Set.of();
        }
        List<Set<String>> given = drawn.all()
                .map(Drawn.Step::node)
                .filter(node ->
                        node instanceof CallActivity call && process.id().equals(Diagrams.called(call)))
                .map(VariableRules::given)
                .toList();
        if (given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
            return given.isEmpty()
                    ? null
                    : given.stream().filter(Objects::nonNull).findFirst().orElse(null);
        }
        Set<String> always = new HashSet<>(given.get(0));
        given.forEach(always::retainAll);
        return always;
    }

    private static Set<String> given(FlowNode call) {
        List<CamundaIn> in = Steps.extensions(call, CamundaIn.class).toList();
        return in.stream().anyMatch(one -> one.getCamundaVariables() != null)
                ? null
                : in.stream()
                        .map(CamundaIn::getCamundaTarget)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    /** What a caller takes back has to be set by somebody in the called process. */
    private void returned(Drawn drawn, Drawn.Step step, Set<Finding> findings) {
        CallActivity call = (CallActivity) step.node();
        String called = Diagrams.called(call);
        if (called == null || drawn.models().process(called).isEmpty()) {
            return;
        }
        Set<String> written = Diagrams.all(drawn.models().process(called).get().process())
                .flatMap(node -> variables.written(drawn, node).stream())
                .collect(Collectors.toSet());
        Steps.extensions(call, CamundaIn.class).map(CamundaIn::getCamundaTarget).forEach(written::add);
        Steps.extensions(call, CamundaOut.class)
                .map(CamundaOut::getCamundaSource)
                .filter(source -> source != null && !written.contains(source))
                .forEach(source -> findings.add(Finding.error(
                        "variable-not-returned", step.process().file(), step.id(), step.label(), source, called)));
    }

    /** What is certain to be set, along the flows of one process. */
    private final class Flow {

        private final Drawn drawn;
        private final ProcessModel process;
        private final Set<Finding> findings;
        private final Map<String, ModelElement> elements = new HashMap<>();

        Flow(Drawn drawn, ProcessModel process, Set<Finding> findings) {
            this.drawn = drawn;
            this.process = process;
            this.findings = findings;
            drawn.elements(process.file())
                    .filter(element -> element.id().equals(element.attributes().get("id")))
                    .forEach(element -> elements.putIfAbsent(element.id(), element));
        }

        /**
         * @param begun what is certain when the scope begins
         * @param started what is certain when its start event has come
         * @return what is certain wherever the scope ends; {@code null} where it never does
         */
        Set<String> through(ModelElementInstance scope, Set<String> begun, Set<String> started) {
            Map<FlowNode, Set<String>> before = new HashMap<>();
            Map<FlowNode, Set<String>> after = new HashMap<>();
            Deque<FlowNode> open = new ArrayDeque<>();
            Diagrams.starts(scope).forEach(start -> {
                before.put(start, begun);
                open.add(start);
            });
            while (!open.isEmpty()) {
                FlowNode node = open.poll();
                Set<String> now = before.get(node);
                Set<String> done = done(node, node instanceof StartEvent ? started : now);
                if (done != null && !done.equals(after.get(node))) {
                    after.put(node, done);
                    following(node).forEach(next -> arrive(node, next, now, done, after, before, open));
                }
            }
            before.forEach(this::judge);
            after.forEach(this::judgeFlows);
            Set<String> first = new HashSet<>(begun);
            Diagrams.starts(scope).forEach(start -> atOnce(start, first));
            Diagrams.besides(scope).forEach(beside -> through(beside, begun, first));
            return ends(scope, before, after);
        }

        /** What the steps set that are done before anything can come from outside. */
        private void atOnce(FlowNode node, Set<String> set) {
            List<FlowNode> next = Diagrams.outgoing(node).stream()
                    .map(Diagrams::target)
                    .filter(Objects::nonNull)
                    .toList();
            if (next.size() != 1 || next.get(0).isCamundaAsyncBefore() || !isDoneAtOnce(next.get(0))) {
                return;
            }
            set.addAll(variables.written(drawn, next.get(0)));
            if (!next.get(0).isCamundaAsyncAfter()) {
                atOnce(next.get(0), set);
            }
        }

        private static boolean isDoneAtOnce(FlowNode node) {
            return node instanceof ServiceTask || node instanceof BusinessRuleTask;
        }

        private Stream<FlowNode> following(FlowNode node) {
            return Diagrams.successors(node).distinct();
        }

        private void arrive(
                FlowNode from,
                FlowNode next,
                Set<String> now,
                Set<String> done,
                Map<FlowNode, Set<String>> after,
                Map<FlowNode, Set<String>> before,
                Deque<FlowNode> open) {
            Set<String> brought = new HashSet<>(
                    next instanceof BoundaryEvent event && from.equals(event.getAttachedTo()) ? now : done);
            Set<String> known = before.get(next);
            Set<String> met = known == null ? brought : new HashSet<>(known);
            if (next instanceof ParallelGateway && Diagrams.incoming(next).size() > 1) {
                List<Set<String>> branches = Diagrams.incoming(next).stream()
                        .map(flow -> after.get(Diagrams.source(flow)))
                        .toList();
                if (branches.stream().anyMatch(Objects::isNull)) {
                    // The join waits for all, and then has what all of them brought.
                    return;
                }
                met = branches.stream().flatMap(Set::stream).collect(Collectors.toSet());
            } else {
                met.retainAll(brought);
            }
            if (!met.equals(known)) {
                before.put(next, met);
                after.remove(next);
                open.add(next);
            }
        }

        private Set<String> done(FlowNode node, Set<String> now) {
            Set<String> done = new HashSet<>(now);
            if (node instanceof SubProcess part && !Diagrams.isBeside(part)) {
                Set<String> inner = through(part, now, now);
                if (inner == null) {
                    return null;
                }
                done.addAll(inner);
            }
            done.addAll(variables.written(drawn, node));
            return done;
        }

        private Set<String> ends(
                ModelElementInstance scope, Map<FlowNode, Set<String>> before, Map<FlowNode, Set<String>> after) {
            Set<String> always = null;
            for (FlowNode node : before.keySet()) {
                if (Diagrams.endsHere(node) && after.get(node) != null) {
                    always = common(always, after.get(node));
                }
            }
            for (SubProcess beside : Diagrams.besides(scope).toList()) {
                boolean interrupts = Diagrams.starts(beside).allMatch(StartEvent::isInterrupting);
                if (interrupts && always != null) {
                    Set<String> least = new HashSet<>();
                    Diagrams.starts(scope).forEach(start -> least.addAll(before.getOrDefault(start, Set.of())));
                    Set<String> inner = through(beside, least, least);
                    always = inner == null ? always : common(always, inner);
                }
            }
            return always;
        }

        private static Set<String> common(Set<String> one, Set<String> other) {
            Set<String> common = new HashSet<>(other);
            if (one != null) {
                common.retainAll(one);
            }
            return common;
        }

        private void judge(FlowNode node, Set<String> set) {
            Set<String> own = Variables.inputs(node);
            Set<String> needed = new LinkedHashSet<>(drawn.steps().reads(node));
            ModelElement element = elements.get(node.getId());
            if (element != null) {
                values(element, node instanceof SubProcess).forEach(written -> needed.addAll(read(written)));
            }
            Steps.extensions(node, CamundaIn.class)
                    .map(CamundaIn::getCamundaSource)
                    .filter(Objects::nonNull)
                    .forEach(needed::add);
            needed.removeAll(set);
            needed.removeAll(own);
            needed.forEach(name -> findings.add(
                    Finding.error("variable-unset", process.file(), node.getId(), name, Diagrams.label(node))));
        }

        private void judgeFlows(FlowNode node, Set<String> set) {
            for (SequenceFlow flow : Diagrams.outgoing(node)) {
                Conditions.text(flow).map(this::read).ifPresent(needed -> needed.stream()
                        .filter(name -> !set.contains(name))
                        .forEach(name -> findings.add(Finding.error(
                                "variable-unset", process.file(), flow.getId(), name, Diagrams.label(node)))));
            }
        }

        private Stream<String> values(ModelElement element, boolean onlyAround) {
            Stream<String> own = ExpressionRules.expressions(element);
            return Stream.concat(
                    own,
                    element.children().stream()
                            .filter(child -> !child.tag().equals("documentation"))
                            .filter(child -> !onlyAround || child.tag().equals("extensionElements"))
                            .flatMap(child -> values(child, false)));
        }

        /** The variables that an expression reads. */
        private Set<String> read(String written) {
            return Conditions.parse(written).map(ModelExpression::names).orElse(Set.of()).stream()
                    .filter(name -> !beans.exists(name) && !name.equals("execution") && !name.equals("task"))
                    .collect(Collectors.toSet());
        }
    }
}
