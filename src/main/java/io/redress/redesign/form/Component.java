package io.redress.redesign.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A component of a form.
 *
 * @param path where its value is kept; empty where it keeps none
 */
record Component(JsonNode json, String path) {

    /** What form-js 1.8.7 knows, as Tasklist has it. */
    static final Set<String> KNOWN = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "expression",
            "group",
            "dynamiclist",
            "table",
            "text",
            "html",
            "image",
            "iframe",
            "button",
            "separator",
            "spacer");

    private static final Set<String> KEPT = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "expression");

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    /** Every component of a form, whatever it is within. */
    static List<Component> of(JsonNode form) {
        List<Component> all = new ArrayList<>();
        collect(form, "", all);
        return all;
    }

    private static void collect(JsonNode within, String path, List<Component> all) {
        for (JsonNode component : within.path("components")) {
            String key = component.path("key").asText("");
            String own = key.isEmpty() ? "" : path + key;
            all.add(new Component(component, own));
            String inner = component.path("path").asText("");
            collect(component, inner.isEmpty() ? path : path + inner + ".", all);
        }
    }

    String type() {
        return json.path("type").asText("");
    }

    /** Its id, {@code null} where it has none. */
    String id() {
        return json.path("id").asText(null);
    }

    /** What a reader calls it: its label, key or kind. */
    String name() {
        return Stream.of("label", "key", "id", "type")
                .map(property -> json.path(property).asText(""))
                .filter(said -> !said.isBlank() && !said.startsWith("="))
                .findFirst()
                .orElse("?");
    }

    /** Whether a value is entered, chosen or computed. */
    boolean keepsValue() {
        return KEPT.contains(type());
    }

    /** The variable that its value is in, or is a part of. */
    String variable() {
        return path.split("[.\\[]", 2)[0];
    }

    boolean isChoice() {
        return CHOICES.contains(type());
    }

    /** Whether nobody can change it. */
    boolean isFixed() {
        return json.path("disabled").asBoolean(false) || json.path("readonly").asBoolean(false);
    }

    /** The values that can be chosen, where they are written down; empty where they are computed, or it is no choice. */
    Optional<List<String>> choices() {
        if (!isChoice() || json.hasNonNull("valuesKey") || json.hasNonNull("valuesExpression")) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        json.path("values").forEach(value -> values.add(value.path("value").asText("")));
        return Optional.of(values);
    }
}
