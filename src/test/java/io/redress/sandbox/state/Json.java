package io.redress.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Builds and reads JSON trees in one line; everything the sandbox keeps and answers is such a tree. */
public final class Json {

    /** Plain values only: the sandbox formats its own dates and amounts as each provider does. */
    public static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private static final Map<String, ObjectNode> TEMPLATES = new ConcurrentHashMap<>();

    private Json() {}

    /** An object from alternating names and values, in the given order; a null value becomes a JSON null. */
    public static ObjectNode object(Object... namesAndValues) {
        var object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
        return object;
    }

    /** An array of the given values. */
    public static ArrayNode array(Iterable<?> values) {
        var array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(node(value)));
        return array;
    }

    /** A fresh copy of a template among the sandbox's resources, such as {@code stripe/charge}. */
    public static ObjectNode template(String name) {
        return TEMPLATES.computeIfAbsent(name, Json::load).deepCopy();
    }

    /** Parses a document; {@link UncheckedIOException} if it is not JSON. */
    public static JsonNode parse(byte[] document) {
        try {
            var tree = MAPPER.readTree(document);
            return tree == null || tree.isMissingNode() ? MAPPER.createObjectNode() : tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy without the names that begin with an underscore, at any depth: those are the sandbox's own notes. */
    public static JsonNode published(JsonNode tree) {
        var copy = tree.deepCopy();
        strip(copy);
        return copy;
    }

    /** The text of a field, or null where it is absent or JSON null. */
    public static String text(JsonNode tree, String field) {
        return tree.path(field).isMissingNode() || tree.path(field).isNull()
                ? null
                : tree.path(field).asText();
    }

    private static ObjectNode load(String name) {
        try (var in = Json.class.getResourceAsStream("/sandbox/" + name + ".json")) {
            return (ObjectNode) parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void strip(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> name.startsWith("_")).forEach(object::remove);
        }
        tree.forEach(Json::strip);
    }

    private static JsonNode node(Object value) {
        return value instanceof JsonNode tree ? tree : MAPPER.valueToTree(value);
    }
}
