package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares the shape of an answer of ours with a sample of the provider's: names and JSON types, not values. */
final class Shape {

    /** Fields whose content is the caller's own, or whose keys depend on the means of payment. */
    private static final Set<String> FREE = Set.of("metadata", "payment_method_options", "options");

    private Shape() {}

    /**
     * Every place where ours has a field that the sample has not, or another type than the sample's.
     *
     * @param alsoKnown names that the provider documents or sends elsewhere and this sample happens to leave out
     */
    static List<String> differences(JsonNode ours, JsonNode sample, Set<String> alsoKnown) {
        var found = new ArrayList<String>();
        compare("", ours, sample, found);
        found.removeIf(
                difference -> alsoKnown.stream().anyMatch(name -> difference.endsWith("/" + name + " is unknown")));
        return found;
    }

    private static void compare(String path, JsonNode ours, JsonNode sample, List<String> found) {
        if (ours.isNull() || sample.isNull()) {
            return;
        }
        if (sample.isMissingNode()) {
            found.add(path + " is unknown");
        } else if (type(ours) != type(sample)) {
            found.add(path + " is " + type(ours) + ", not " + type(sample));
        } else if (ours.isArray() && !sample.isEmpty()) {
            ours.forEach(element -> compare(path + "[]", element, sample.get(0), found));
        } else if (ours.isObject()) {
            ours.properties().stream()
                    .filter(field -> !FREE.contains(field.getKey()))
                    .forEach(field ->
                            compare(path + "/" + field.getKey(), field.getValue(), sample.path(field.getKey()), found));
        }
    }

    private static JsonNodeType type(JsonNode node) {
        return node.getNodeType();
    }
}
