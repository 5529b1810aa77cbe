package io.redress.redesign.diagram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The steps and flows of one file as a graph. The engine's library looks for every neighbour in the whole document, each
 * time it is asked; a walk asks millions of times. Flows are in the order of the file, as the engine takes them.
 */
final class Graph {

    /** As many files as are kept read. */
    private static final int MOST_KEPT = 200;

    private static final LoadingCache<ModelInstance, Graph> GRAPHS =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_KEPT).build(Graph::new);

    private final Map<ModelElementInstance, List<FlowNode>> nodes = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();
    private final Map<SequenceFlow, FlowNode> sources = new HashMap<>();
    private final Map<SequenceFlow, FlowNode> targets = new HashMap<>();
    private final Map<SequenceFlow, String> conditions = new HashMap<>();
    private final Map<FlowNode, List<BoundaryEvent>> boundaries = new HashMap<>();
    private final Map<FlowNode, List<EventDefinition>> definitions = new HashMap<>();
    private final Map<ModelElementInstance, String> ids = new HashMap<>();
    private final Map<FlowNode, ModelElementInstance> parents = new HashMap<>();
    private final List<SequenceFlow> across = new ArrayList<>();

    private Graph(ModelInstance model) {
        Map<String, FlowNode> byId = new HashMap<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            String id = node.getAttributeValue("id");
            byId.put(id, node);
            ids.put(node, id);
            parents.put(node, node.getParentElement());
            nodes.computeIfAbsent(node.getParentElement(), scope -> new ArrayList<>())
                    .add(node);
            Collection<EventDefinition> events = node instanceof CatchEvent caught
                    ? caught.getEventDefinitions()
                    : node instanceof ThrowEvent thrown ? thrown.getEventDefinitions() : List.of();
            if (!events.isEmpty()) {
                definitions.put(node, List.copyOf(events));
            }
        }
        byId.values().stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event -> byId.containsKey(event.getAttributeValue("attachedToRef")))
                .forEach(event -> boundaries
                        .computeIfAbsent(byId.get(event.getAttributeValue("attachedToRef")), host -> new ArrayList<>())
                        .add(event));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> connect(flow, byId));
    }

    private void connect(SequenceFlow flow, Map<String, FlowNode> byId) {
        FlowNode source = byId.get(flow.getAttributeValue("sourceRef"));
        FlowNode target = byId.get(flow.getAttributeValue("targetRef"));
        if (source == null || target == null) {
            return;
        }
        if (!parents.get(source).equals(parents.get(target))) {
            // No token can take it.
            across.add(flow);
            return;
        }
        ids.put(flow, flow.getAttributeValue("id"));
        sources.put(flow, source);
        targets.put(flow, target);
        outgoing.computeIfAbsent(source, node -> new ArrayList<>()).add(flow);
        incoming.computeIfAbsent(target, node -> new ArrayList<>()).add(flow);
        if (flow.getConditionExpression() != null) {
            conditions.put(flow, flow.getConditionExpression().getTextContent().strip());
        }
    }

    static Graph of(ModelElementInstance element) {
        return GRAPHS.get(element.getModelInstance());
    }

    List<FlowNode> nodes(ModelElementInstance scope) {
        return nodes.getOrDefault(scope, List.of());
    }

    List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node, List.of());
    }

    /** Flows that lead out of a subprocess or into one; they are among no others. */
    List<SequenceFlow> across() {
        return across;
    }

    FlowNode source(SequenceFlow flow) {
        return sources.get(flow);
    }

    FlowNode target(SequenceFlow flow) {
        return targets.get(flow);
    }

    /** The text of a flow's condition, {@code null} where it has none. */
    String condition(SequenceFlow flow) {
        return conditions.get(flow);
    }

    List<BoundaryEvent> boundaries(FlowNode host) {
        return boundaries.getOrDefault(host, List.of());
    }

    List<EventDefinition> definitions(FlowNode event) {
        return definitions.getOrDefault(event, List.of());
    }

    String id(ModelElementInstance element) {
        return ids.get(element);
    }

    ModelElementInstance parent(FlowNode node) {
        return parents.get(node);
    }
}
