package io.redress.people.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The committed description of the API, {@code src/docs/openapi.yaml}, for the tests that go through its operations. */
final class Description {

    static final Path FILE = Path.of("src", "docs", "openapi.yaml");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private final JsonNode root;

    private Description(JsonNode root) {
        this.root = root;
    }

    /** One operation: its method in capitals, its path with placeholders, and what is said about it. */
    record Operation(String method, String path, JsonNode said) {

        String id() {
            return said.path("operationId").asText();
        }

        /** The schema of its JSON body, a missing node where it takes none. */
        JsonNode body() {
            return said.at("/requestBody/content").path("application/json").path("schema");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** As it is committed. */
    static Description committed() {
        try {
            return new Description(YAML.readTree(FILE.toFile()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** As the application serves it, without the address of this one. */
    static Description served(byte[] yaml) {
        try {
            JsonNode root = YAML.readTree(yaml);
            ((ObjectNode) root.path("servers").path(0)).put("url", "/");
            return new Description(root);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(one -> METHODS.contains(one.getKey()))
                .forEach(one -> operations.add(
                        new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return operations;
    }

    /** A schema, or what it refers to. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    String text() {
        try {
            return YAML.writeValueAsString(root);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void write() {
        try {
            Files.writeString(FILE, text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ObjectMapper json() {
        return new ObjectMapper();
    }
}
