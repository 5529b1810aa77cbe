package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The operations of the engine's REST interface, as its own OpenAPI description lists them. A test that goes through them
 * meets what a later engine adds without being told.
 */
public final class EngineOperations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "options");
    private static final Pattern QUESTION = Pattern.compile("(query|postQuery|postExecuteFilter).*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final List<Operation> ALL = read();

    private EngineOperations() {}

    /**
     * One operation.
     *
     * @param id the description's own name of it, such as {@code setAssignee}
     * @param method in capitals
     * @param path as in {@code /task/{id}/assignee}
     * @param media what its body is, empty where it has none
     * @param schema of the body, a missing node where there is none
     * @param queryNames the query parameters it knows
     */
    public record Operation(
            String id, String method, String path, String media, JsonNode schema, List<String> queryNames) {

        /** Whether it only asks something, by GET or by a POST that brings a query. */
        public boolean isRead() {
            return method.equals("GET")
                    || method.equals("OPTIONS")
                    || QUESTION.matcher(id).matches();
        }

        /** The path filled with values: {@code {id}} by the kind of thing it is of, as {@code task.id}, else by its name. */
        public String address(Map<String, String> values) {
            String kind = path.split("/")[1];
            String filled = PLACEHOLDER.matcher(path).replaceAll(found -> value(kind, found.group(1), values));
            String query = queryNames.stream()
                    .filter(values::containsKey)
                    .map(name -> name + "=" + encoded(values.get(name)))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? filled : filled + "?" + query;
        }

        private static String value(String kind, String name, Map<String, String> values) {
            String found = values.get(kind + "." + name);
            return encoded(Objects.requireNonNullElseGet(found, () -> values.getOrDefault(name, "unknown")));
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }

        /** A body of those of the schema's fields that have a value, an empty object where none has. */
        public ObjectNode body(Map<String, ?> values) {
            ObjectNode body = JSON.createObjectNode();
            schema.path("properties").fieldNames().forEachRemaining(name -> {
                if (values.containsKey(name)) {
                    body.set(name, JSON.valueToTree(values.get(name)));
                }
            });
            return body;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Every operation, in the order of the description. */
    public static List<Operation> all() {
        return ALL;
    }

    /** Those that may change something. */
    public static List<Operation> changes() {
        return ALL.stream().filter(operation -> !operation.isRead()).toList();
    }

    /** Those that only ask. */
    public static List<Operation> reads() {
        return ALL.stream().filter(Operation::isRead).toList();
    }

    private static List<Operation> read() {
        try (var description = EngineOperations.class.getResourceAsStream("/openapi.json")) {
            JsonNode root =
                    JSON.readTree(Objects.requireNonNull(description, "The description of the engine is missing"));
            List<Operation> operations = new ArrayList<>();
            root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(operation ->
                            operations.add(operation(root, path.getKey(), operation.getKey(), operation.getValue()))));
            return List.copyOf(operations);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Operation operation(JsonNode root, String path, String method, JsonNode described) {
        JsonNode content = described.at("/requestBody/content");
        String media =
                content.isObject() && !content.isEmpty() ? content.fieldNames().next() : "";
        JsonNode schema = media.isEmpty() ? content : content.path(media).path("schema");
        List<String> query = new ArrayList<>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
            }
        });
        return new Operation(
                described.path("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                media,
                whole(root, schema),
                query);
    }

    /** The schema with what it refers to and what it is made of. */
    private static JsonNode whole(JsonNode root, JsonNode schema) {
        JsonNode named =
                schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
        if (!named.has("allOf")) {
            return named;
        }
        ObjectNode merged = JSON.createObjectNode();
        ObjectNode properties = merged.putObject("properties");
        named.path("allOf")
                .forEach(part -> properties.setAll((ObjectNode)
                        (whole(root, part).has("properties")
                                ? whole(root, part).path("properties")
                                : JSON.createObjectNode())));
        return merged;
    }
}
