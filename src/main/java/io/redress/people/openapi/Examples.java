package io.redress.people.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * One example for each operation, by its id, as {@code api-examples.yaml} has them: {@code request} what is sent,
 * {@code answer} what comes back with success, {@code parameters} what stands in the address.
 */
final class Examples {

    private static final String FILE = "api-examples.yaml";

    private final Map<String, Map<String, Object>> examples;

    private Examples(Map<String, Map<String, Object>> examples) {
        this.examples = examples;
    }

    static void addTo(OpenAPI api) {
        Examples examples = read();
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(examples::addTo);
    }

    private static Examples read() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return new Examples(new YAMLMapper().readValue(file, new TypeReference<>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    private void addTo(Operation operation) {
        Map<String, Object> example = examples.getOrDefault(operation.getOperationId(), Map.of());
        if (operation.getRequestBody() != null) {
            set(operation.getRequestBody().getContent(), example.get("request"));
        }
        operation.getResponses().forEach((code, answer) -> {
            if (code.startsWith("2")) {
                set(answer.getContent(), example.get("answer"));
            }
        });
        if (operation.getParameters() != null && example.get("parameters") instanceof Map<?, ?> given) {
            operation.getParameters().stream()
                    .filter(parameter -> given.containsKey(parameter.getName()))
                    .forEach(parameter -> parameter.setExample(given.get(parameter.getName())));
        }
    }

    /**
     * Of a door that takes JSON and a text, each its own; else a text is no example of JSON or of a form with files, and
     * nothing else of a text.
     */
    private static void set(Content content, Object example) {
        if (content == null) {
            return;
        }
        boolean both = example instanceof Map<?, ?> map && map.keySet().equals(Set.of("json", "text"));
        content.forEach((type, media) -> {
            boolean json = type.contains("json") || type.startsWith("multipart/");
            Object fitting = both ? ((Map<?, ?>) example).get(json ? "json" : "text") : example;
            if (fitting != null && json != fitting instanceof String) {
                media.setExample(fitting);
            }
        });
    }
}
