package io.redress.outside.order.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description that shops are built after, {@code src/docs/shop-api.yaml}, and what it says of a body. */
final class ShopApi {

    private static final String NAME = "https://redress.example/shop-api";
    private static final String IN_DESCRIPTION = "#/components/schemas/";
    private static final String ALONE = "#/$defs/";

    private final JsonNode description;
    private final JsonSchemaFactory schemas;

    private ShopApi(JsonNode description) {
        this.description = description;
        // The schemas alone are a JSON Schema; the rest of the description would only puzzle the validator.
        String schemasAlone = "{\"$defs\": %s}".formatted(description.at("/components/schemas"));
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.schemas(Map.of(NAME, schemasAlone.replace(IN_DESCRIPTION, ALONE)))));
    }

    static ShopApi read() {
        try {
            return new ShopApi(new YAMLMapper()
                    .readTree(Path.of("src", "docs", "shop-api.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a body, by the name of its schema; empty where nothing is. */
    List<String> problems(String schema, JsonNode body) {
        return validate(schema, body);
    }

    /** What is wrong with an answer to an operation; also that the status is not described. */
    List<String> problems(String method, String path, int status, JsonNode body) {
        JsonNode operation = description.path("paths").path(path).path(method);
        JsonNode answer = behind(operation.path("responses").path(Integer.toString(status)));
        if (answer.isMissingNode()) {
            return List.of(method + " " + path + " does not describe status " + status);
        }
        String schema = answer.at("/content/application~1json/schema/$ref").asText();
        return validate(schema.replace(IN_DESCRIPTION, ""), body);
    }

    /** Every example with the name of its schema; the key says where it stands. */
    Map<String, Example> examples() {
        Map<String, Example> found = new LinkedHashMap<>();
        collect("", description, found);
        return found;
    }

    record Example(String schema, JsonNode value) {}

    private void collect(String where, JsonNode node, Map<String, Example> found) {
        if (node.path("schema").has("$ref") && node.has("examples")) {
            String schema = node.at("/schema/$ref").asText().replace(IN_DESCRIPTION, "");
            node.path("examples")
                    .properties()
                    .forEach(example -> found.put(
                            where + "/" + example.getKey(),
                            new Example(schema, behind(example.getValue()).path("value"))));
        }
        node.properties().forEach(child -> collect(where + "/" + child.getKey(), child.getValue(), found));
    }

    private JsonNode behind(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }

    private List<String> validate(String name, JsonNode body) {
        JsonSchema schema = schemas.getSchema(
                SchemaLocation.of(NAME + ALONE + name),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        return schema.validate(body).stream().map(ValidationMessage::getMessage).toList();
    }
}
