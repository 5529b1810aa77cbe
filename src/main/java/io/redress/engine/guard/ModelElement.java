package io.redress.engine.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * One XML element of a diagram, read by local names alone, because the engine accepts its extensions in more than one
 * namespace.
 *
 * @param tag the local tag name
 * @param id the element's id, or that of the nearest element around it that has one
 * @param attributes values by local name
 * @param extensions those attributes that stand in a namespace of their own
 * @param text the text directly inside it
 * @param children the elements directly inside it
 */
public record ModelElement(
        String tag,
        String id,
        Map<String, String> attributes,
        Map<String, String> extensions,
        String text,
        List<ModelElement> children) {

    ModelElement(Element element, String id) {
        this(
                element.getTagName(),
                id,
                attributes(element, false),
                attributes(element, true),
                element.getText(),
                element.elements().stream()
                        .map(child -> new ModelElement(child, id(child, id)))
                        .toList());
    }

    /** The id of an element, or that of the nearest one around it. */
    static String id(Element element, String nearestId) {
        var ownId = element.attribute("id");
        return ownId == null || ownId.isBlank() ? nearestId : ownId;
    }

    /** Everything that may hold an expression. */
    public Stream<String> values() {
        return Stream.concat(attributes.values().stream(), Stream.of(text));
    }

    private static Map<String, String> attributes(Element element, boolean extensionsOnly) {
        var found = new LinkedHashMap<String, String>();
        for (var key : element.attributes()) {
            var local = key.substring(key.lastIndexOf(':') + 1);
            var foreign = key.contains(":") && !key.startsWith("http://www.w3.org/");
            if (!key.startsWith("xmlns") && (foreign || !extensionsOnly)) {
                found.put(local, element.attribute(key));
            }
        }
        return found;
    }
}
