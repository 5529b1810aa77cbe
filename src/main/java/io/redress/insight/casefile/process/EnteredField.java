package io.redress.insight.casefile.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A field of a form that a person fills in. What a form only shows, or computes for itself, is none.
 *
 * @param key the name of the variable
 * @param label the words beside the field; its key where it has none
 * @param choices the words for each value, where the form lists them
 */
record EnteredField(String key, String label, Map<String, String> choices) {

    private static final Set<String> ENTERED = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "taglist");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException where it is no form */
    static List<EnteredField> of(InputStream form) throws IOException {
        List<EnteredField> fields = new ArrayList<>();
        collect(JSON.readTree(form), fields);
        return fields;
    }

    /** The id of a form. */
    static String id(InputStream form) throws IOException {
        return JSON.readTree(form).path("id").asText();
    }

    private static void collect(JsonNode part, List<EnteredField> fields) {
        String key = part.path("key").asText();
        boolean fixed =
                part.path("readonly").asBoolean() || part.path("disabled").asBoolean();
        if (!key.isBlank() && !fixed && ENTERED.contains(part.path("type").asText())) {
            Map<String, String> choices = new LinkedHashMap<>();
            part.path("values")
                    .forEach(choice -> choices.put(
                            choice.path("value").asText(), choice.path("label").asText()));
            fields.add(new EnteredField(key, label(part.path("label").asText(), key), choices));
        }
        part.path("components").forEach(inner -> collect(inner, fields));
    }

    /** A label that is computed has no words of its own. */
    private static String label(String label, String key) {
        return label.startsWith("=") || label.contains("{{")
                ? key
                : VisibleText.of(label).orElse(key);
    }

    /** A value in words, empty where nothing was entered. */
    String words(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean ticked) {
            return ticked ? "yes" : "no";
        }
        return list(value.toString())
                .map(all -> all.stream().map(this::choice).collect(Collectors.joining(", ")))
                .orElseGet(
                        () -> VisibleText.of(value.toString()).map(this::choice).orElse(""));
    }

    private String choice(String value) {
        return choices.getOrDefault(value, value);
    }

    /** What was ticked in a list comes as a list in JSON. */
    private static Optional<List<String>> list(String value) {
        if (!value.startsWith("[")) {
            return Optional.empty();
        }
        try {
            JsonNode all = JSON.readTree(value);
            return Optional.of(StreamSupport.stream(all.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList());
        } catch (JsonProcessingException plainText) {
            return Optional.empty();
        }
    }
}
