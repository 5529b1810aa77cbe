package io.redress.redesign.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Plain questions about the elements of a diagram. */
final class Diagrams {

    private Diagrams() {}

    /** What lies directly in a process or a subprocess. */
    static Stream<FlowNode> nodes(ModelElementInstance scope) {
        return Graph.of(scope).nodes(scope).stream();
    }

    static List<SequenceFlow> outgoing(FlowNode node) {
        return Graph.of(node).outgoing(node);
    }

    static List<SequenceFlow> incoming(FlowNode node) {
        return Graph.of(node).incoming(node);
    }

    static FlowNode source(SequenceFlow flow) {
        return Graph.of(flow).source(flow);
    }

    static FlowNode target(SequenceFlow flow) {
        return Graph.of(flow).target(flow);
    }

    /** The process or subprocess in which a step lies. */
    static ModelElementInstance parent(FlowNode node) {
        return Graph.of(node).parent(node);
    }

    /** A scope and all scopes in it. */
    static Stream<ModelElementInstance> scopes(ModelElementInstance scope) {
        return Stream.concat(
                Stream.of(scope),
                nodes(scope).filter(SubProcess.class::isInstance).flatMap(Diagrams::scopes));
    }

    /** Every step in a process, at whatever depth. */
    static Stream<FlowNode> all(Process process) {
        return scopes(process).flatMap(Diagrams::nodes);
    }

    /** The event subprocesses directly in a scope. */
    static Stream<SubProcess> besides(ModelElementInstance scope) {
        return nodes(scope).filter(Diagrams::isBeside).map(SubProcess.class::cast);
    }

    static boolean isBeside(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    static Stream<StartEvent> starts(ModelElementInstance scope) {
        return nodes(scope).filter(StartEvent.class::isInstance).map(StartEvent.class::cast);
    }

    static Stream<BoundaryEvent> boundaries(Activity activity) {
        return Graph.of(activity).boundaries(activity).stream();
    }

    /** What an event waits for or does; empty where it is a plain one. */
    static Stream<EventDefinition> definitions(FlowNode event) {
        return Graph.of(event).definitions(event).stream();
    }

    static boolean has(FlowNode event, Class<? extends EventDefinition> definition) {
        return event instanceof Event && definitions(event).anyMatch(definition::isInstance);
    }

    /** The code of an error event; empty where it catches every error. */
    static Optional<String> errorCode(FlowNode event) {
        return definitions(event)
                .filter(ErrorEventDefinition.class::isInstance)
                .map(definition -> ((ErrorEventDefinition) definition).getError())
                .filter(Objects::nonNull)
                .map(Error::getErrorCode)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Where a link leads that a throwing link event begins. */
    static Stream<FlowNode> linked(FlowNode thrown) {
        if (thrown instanceof CatchEvent || !has(thrown, LinkEventDefinition.class)) {
            return Stream.empty();
        }
        String name = linkName(thrown);
        return nodes(parent(thrown))
                .filter(CatchEvent.class::isInstance)
                .filter(node -> has(node, LinkEventDefinition.class) && name.equals(linkName(node)));
    }

    private static String linkName(FlowNode event) {
        return definitions(event)
                .filter(LinkEventDefinition.class::isInstance)
                .map(link -> String.valueOf(((LinkEventDefinition) link).getName()))
                .findFirst()
                .orElse("");
    }

    /** Whether nothing follows a step. */
    static boolean endsHere(FlowNode node) {
        return node instanceof EndEvent
                || Diagrams.outgoing(node).isEmpty()
                        && !isBeside(node)
                        && linked(node).findAny().isEmpty();
    }

    /** The process that a call activity calls, {@code null} where it names none. */
    static String called(CallActivity call) {
        String name = call.getCalledElement();
        return name == null || name.isBlank() ? null : name.strip();
    }

    /** What a reader calls a step: its label, or its id where it has none. */
    static String label(BaseElement element) {
        String name = element instanceof FlowElement named ? named.getName() : null;
        return name == null || name.isBlank() ? element.getId() : name.strip();
    }

    /** Steps that can be reached over flows, a step itself only where it is in a circle. */
    static Set<FlowNode> reachable(FlowNode from, Predicate<FlowNode> goOnFrom) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (node.equals(from) || goOnFrom.test(node)) {
                successors(node).filter(seen::add).forEach(open::push);
            }
        }
        return seen;
    }

    /** What follows a step directly: over flows, boundary events and links. */
    static Stream<FlowNode> successors(FlowNode node) {
        Stream<FlowNode> flows = Diagrams.outgoing(node).stream().map(Diagrams::target);
        Stream<FlowNode> events = node instanceof Activity activity && !isBeside(node)
                ? boundaries(activity).map(FlowNode.class::cast)
                : Stream.empty();
        return Stream.of(flows, events, linked(node)).flatMap(found -> found).filter(Objects::nonNull);
    }
}
