package io.redress.people.openapi;

import io.redress.core.input.JsonBounds;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which fields are there. In an answer all of them are, whether they hold something or null. A request needs those that its
 * constraints say, takes null for any other, and may have no field beside them.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
final class RecordFields {

    private final Map<String, Schema> schemas;
    private final RecordSchemas records;

    private RecordFields(Map<String, Schema> schemas, RecordSchemas records) {
        this.schemas = schemas;
        this.records = records;
    }

    static void complete(OpenAPI api, RecordSchemas records) {
        new RecordFields(api.getComponents().getSchemas(), records).complete(api);
    }

    private void complete(OpenAPI api) {
        Set<String> sent = new HashSet<>();
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(content -> collect(content.getSchema(), sent));
        schemas.entrySet().stream()
                .filter(schema ->
                        records.knows(schema.getKey()) && schema.getValue().getProperties() != null)
                .forEach(schema -> {
                    if (sent.contains(schema.getKey())) {
                        asked(schema.getKey(), schema.getValue());
                    } else {
                        answered(schema.getKey(), schema.getValue());
                    }
                });
    }

    /** The names of everything that a schema is made of. */
    private void collect(Schema<?> schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().replaceFirst(".*/", "");
            if (names.add(name)) {
                collect(schemas.get(name), names);
            }
        }
        collect(schema.getItems(), names);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, names));
        }
    }

    private void answered(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        schema.setRequired(new ArrayList<>(properties.keySet()));
        Set<String> nullable = records.nullableInAnswers(name);
        properties.replaceAll((field, property) -> nullable.contains(field) ? orNull(property) : property);
    }

    private void asked(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        properties.forEach((field, property) -> bound(property, required.contains(field)));
        properties.replaceAll((field, property) -> required.contains(field) ? property : orNull(property));
        schema.setAdditionalProperties(false);
        List<String> needed = records.oneNeeded(name);
        if (!needed.isEmpty()) {
            schema.setAnyOf(needed.stream()
                    .map(field -> new Schema<>().required(List.of(field)))
                    .toList());
        }
    }

    /** No text is longer than what any JSON may hold, and one that is needed is not empty. */
    private static void bound(Schema property, boolean required) {
        boolean text = property.getTypes() != null
                && property.getTypes().equals(Set.of("string"))
                && property.getEnum() == null
                && property.getFormat() == null;
        if (text && property.getMaxLength() == null) {
            property.setMaxLength(JsonBounds.LONGEST_TEXT);
        }
        if (text) {
            property.setMinLength(required ? Integer.valueOf(1) : null);
        }
        if (Integer.valueOf(0).equals(property.getMinItems())) {
            property.setMinItems(null);
        }
        if (property.getItems() != null) {
            bound(property.getItems(), false);
        }
    }

    private static Schema orNull(Schema property) {
        if (property.get$ref() != null) {
            Schema none = new Schema<>();
            none.addType("null");
            return new Schema<>()
                    .description(property.getDescription())
                    .anyOf(List.of(new Schema<>().$ref(property.get$ref()), none));
        }
        if (property.getTypes() != null) {
            property.setTypes(new LinkedHashSet<>(Stream.concat(property.getTypes().stream(), Stream.of("null"))
                    .toList()));
        }
        if (property.getEnum() != null) {
            property.setEnum(Stream.concat(property.getEnum().stream(), Stream.of((Object) null))
                    .toList());
        }
        return property;
    }
}
