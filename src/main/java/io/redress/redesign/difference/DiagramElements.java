package io.redress.redesign.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The elements of a diagram that can be pointed at: steps, events, gateways, flows, pools; each with what it says. */
final class DiagramElements {

    private static final Set<String> CONTAINERS = Set.of(
            "process",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "collaboration",
            "laneSet",
            "childLaneSet",
            "lane");

    /** What belongs to the element in which it stands. */
    private static final Set<String> INNER = Set.of(
            "extensionElements",
            "documentation",
            "incoming",
            "outgoing",
            "laneSet",
            "childLaneSet",
            "flowNodeRef",
            "ioSpecification",
            "property",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics");

    /** Drawn from the flows, and the other way round. */
    private static final Set<String> REPEATED = Set.of("incoming", "outgoing", "flowNodeRef");

    static final Set<String> REFERENCES = Set.of("sourceRef", "targetRef", "attachedToRef", "default");

    private static final Set<String> NAMED_ROOTS = Set.of("message", "error", "signal", "escalation");

    private final Map<String, DiagramElement> elements = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();

    private DiagramElements(Element root) {
        Xml.children(root)
                .filter(child -> NAMED_ROOTS.contains(child.getLocalName()))
                .forEach(child -> names.put(child.getAttribute("id"), named(child)));
        Xml.all(root, "sequenceFlow")
                .forEach(flow -> targets.put(flow.getAttribute("id"), flow.getAttribute("targetRef")));
        Xml.children(root).forEach(child -> {
            if (child.getLocalName().equals("process")) {
                add(child, "");
            } else if (child.getLocalName().equals("collaboration")) {
                walk(child, "");
            }
        });
    }

    /** All of them by id, in the order of the file; a process is one, too. */
    static Map<String, DiagramElement> of(Element root) {
        return new DiagramElements(root).elements;
    }

    private static String named(Element root) {
        return Stream.of("name", "errorCode", "escalationCode", "errorMessage")
                .flatMap(attribute -> Xml.attribute(root, attribute).stream())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private void add(Element element, String parent) {
        String id = element.getAttribute("id");
        Map<String, String> references = new TreeMap<>();
        for (String reference : REFERENCES) {
            String value = element.getAttribute(reference);
            if (!value.isBlank()) {
                references.put(reference, reference.equals("default") ? targets.getOrDefault(value, value) : value);
            }
        }
        if (!parent.isEmpty()) {
            references.put("within", parent);
        }
        Map<String, String> said =
                Said.of(element, child -> REPEATED.contains(child.getLocalName()) || isOne(element, child), names);
        said.keySet().removeAll(REFERENCES);
        elements.put(
                id, new DiagramElement(id, element.getLocalName(), element.getAttribute("name"), said, references));
        if (CONTAINERS.contains(element.getLocalName())) {
            boolean isPart = Set.of("process", "lane").contains(element.getLocalName());
            walk(element, isPart ? "" : id);
        }
    }

    private void walk(Element container, String parent) {
        Xml.children(container).forEach(child -> {
            if (isOne(container, child)) {
                add(child, parent);
            } else if (CONTAINERS.contains(child.getLocalName())) {
                walk(child, parent);
            }
        });
    }

    private static boolean isOne(Element container, Element child) {
        return CONTAINERS.contains(container.getLocalName())
                && !child.getAttribute("id").isBlank()
                && !INNER.contains(child.getLocalName())
                && !child.getLocalName().endsWith("EventDefinition");
    }
}
