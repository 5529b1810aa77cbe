package io.redress.redesign.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An element of a diagram.
 *
 * @param said what it says of itself
 * @param references the ids of the elements that it refers to, by how
 */
record DiagramElement(String id, String type, String name, Map<String, String> said, Map<String, String> references) {

    boolean connects() {
        return references.containsKey("sourceRef") && references.containsKey("targetRef");
    }

    /** The elements between which it leads, after some have been given other ids. */
    String ends(UnaryOperator<String> renamed) {
        return type
                + ' '
                + renamed.apply(references.get("sourceRef"))
                + ' '
                + renamed.apply(references.get("targetRef"));
    }

    /** What it says of itself and of others. */
    Map<String, String> all(UnaryOperator<String> renamed) {
        Map<String, String> all = new LinkedHashMap<>(said);
        references.forEach((how, id) -> all.put(how, renamed.apply(id)));
        return all;
    }
}
