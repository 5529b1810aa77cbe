package io.redress.redesign.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * What an element of a diagram or a table says, flat: names of attributes and paths of inner elements, with their values.
 * Prefixes, the order of what has names, ids of what nobody refers to and values that are the default are no part of it:
 * Modeler changes them whenever it saves.
 */
final class Said {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("isInterrupting", "true"),
            Map.entry("cancelActivity", "true"),
            Map.entry("isForCompensation", "false"),
            Map.entry("startQuantity", "1"),
            Map.entry("completionQuantity", "1"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("parallelMultiple", "false"),
            Map.entry("isClosed", "false"),
            Map.entry("isCollection", "false"),
            Map.entry("instantiate", "false"),
            Map.entry("processType", "None"),
            Map.entry("eventGatewayType", "Exclusive"),
            Map.entry("behavior", "All"),
            Map.entry("asyncBefore", "false"),
            Map.entry("asyncAfter", "false"),
            Map.entry("exclusive", "true"),
            Map.entry("local", "false"),
            Map.entry("formRefBinding", "latest"),
            Map.entry("decisionRefBinding", "latest"),
            Map.entry("calledElementBinding", "latest"),
            Map.entry("isStartableInTasklist", "true"),
            Map.entry("hitPolicy", "UNIQUE"),
            Map.entry("textFormat", "text/plain"));

    private static final Set<String> NO_MEANING =
            Set.of("gatewayDirection", "implementation", "modelerTemplateIcon", "exporter", "exporterVersion", "width");

    /** Boxes that say something only by what is in them. */
    private static final Set<String> BOXES =
            Set.of("extensionElements", "inputOutput", "properties", "documentation", "conditionExpression", "text");

    private static final Set<String> PROSE = Set.of("documentation", "text", "description");

    private final Predicate<Element> left;
    private final Map<String, String> names;
    private final Map<String, String> said = new LinkedHashMap<>();

    private Said(Predicate<Element> left, Map<String, String> names) {
        this.left = left;
        this.names = names;
    }

    /**
     * @param left the inner elements that are left out
     * @param names how to call what is referred to, by its id
     */
    static Map<String, String> of(Element element, Predicate<Element> left, Map<String, String> names) {
        Said all = new Said(left, names);
        all.add("", element, true);
        return all.said;
    }

    private void add(String path, Element element, boolean outermost) {
        int before = said.size();
        NamedNodeMap attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .map(Attr.class::cast)
                .filter(attribute -> counts(element, attribute))
                .sorted((one, other) -> one.getLocalName().compareTo(other.getLocalName()))
                .forEach(attribute -> {
                    String value = attribute.getValue().strip();
                    said.put(path + attribute.getLocalName(), names.getOrDefault(value, value));
                });
        String text = Xml.text(element);
        if (!text.isEmpty()) {
            String readable = PROSE.contains(element.getLocalName()) ? text.replaceAll("\\s+", " ") : text;
            said.put(
                    path.isEmpty() ? "text" : path.substring(0, path.length() - 1),
                    names.getOrDefault(readable, readable));
        }
        Map<String, Integer> count = new HashMap<>();
        Xml.children(element).filter(child -> !left.test(child)).forEach(child -> {
            String key = path + step(child);
            int nth = count.merge(key, 1, Integer::sum);
            add((nth == 1 ? key : key + " " + nth) + "/", child, false);
        });
        if (said.size() == before && !outermost && !BOXES.contains(element.getLocalName())) {
            said.put(path.substring(0, path.length() - 1), "");
        }
    }

    private static boolean counts(Element element, Attr attribute) {
        String space = attribute.getNamespaceURI();
        if (space != null && (space.startsWith("http://www.w3.org/") || !space.startsWith(CAMUNDA))) {
            return false;
        }
        String name = attribute.getLocalName();
        boolean ours = String.valueOf(element.getNamespaceURI()).startsWith(CAMUNDA);
        return !(name.equals("id") && !ours)
                && !NO_MEANING.contains(name)
                && !attribute.getValue().isBlank()
                && !attribute.getValue().strip().equals(DEFAULTS.get(name));
    }

    /** What has a name of its own is told apart by it, so that its place among its like does not matter. */
    private static String step(Element child) {
        String name = child.getLocalName();
        if (name.equals("extensionElements") || name.equals("inputOutput")) {
            return name;
        }
        return Stream.of("name", "key", "target", "event", "businessKey", "variables", "id")
                .filter(attribute -> String.valueOf(child.getNamespaceURI()).startsWith(CAMUNDA))
                .map(child::getAttribute)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> name + " " + value)
                .orElse(name);
    }

    /** A path as people read it. */
    static String readable(String path) {
        return path.replace("extensionElements/", "")
                .replace("inputOutput/", "")
                .replace("properties/", "")
                .replace("inputParameter ", "input ")
                .replace("outputParameter ", "output ");
    }
}
