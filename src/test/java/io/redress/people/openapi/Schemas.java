package io.redress.people.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.redress.people.security.Client;
import java.util.List;

/** The schemas of a description, to hold JSON against. */
final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Description api;

    Schemas(Description api) {
        this.api = api;
    }

    /** What of this JSON the schema forbids, in sentences; empty where nothing is. */
    List<String> faults(JsonNode schema, JsonNode json) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", api.root().path("components"));
        return FACTORY.getSchema(whole, FORMATS).validate(json).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    /** What of an answer is not as its operation's description says: its status, its form, its body. */
    List<String> faultsOf(Description.Operation operation, Client.Answer answer) {
        JsonNode described = operation.said().path("responses").path(String.valueOf(answer.status()));
        if (described.isMissingNode()) {
            return List.of("The status %d is not described.".formatted(answer.status()));
        }
        if (answer.body().isEmpty()) {
            return List.of();
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode schema = api.resolved(described).path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of("Nothing is described as " + type);
        }
        return type.contains("json") ? faults(schema, answer.json()) : List.of();
    }
}
