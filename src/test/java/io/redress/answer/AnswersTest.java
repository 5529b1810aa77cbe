package io.redress.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.redress.answer.Registered.Promised;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers are what the API's description says: each record a schema by its name, each component one of its properties. */
class AnswersTest {

    private static final Map<Type, String> WORDS = Map.of(
            String.class, "string",
            Instant.class, "string date-time",
            LocalDate.class, "string date",
            int.class, "integer int32",
            Integer.class, "integer int32",
            long.class, "integer int64",
            Long.class, "integer int64",
            boolean.class, "boolean",
            Boolean.class, "boolean");

    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .importPackagesOf(Answers.class).stream()
                        .filter(one -> one.getPackageName().equals(Answers.class.getPackageName()))
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachRecordIsASchemaAndEachComponentAPropertyOfItsType(Class<?> answer) throws IOException {
        JsonNode schema = new YAMLMapper()
                .readTree(Path.of("src", "docs", "openapi.yaml").toFile())
                .at("/components/schemas/" + answer.getSimpleName());
        assertThat(schema.isObject()).as("a schema of this name").isTrue();

        for (RecordComponent component : answer.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(name(component));
            assertThat(property.isObject())
                    .as(component.getName() + " is a property")
                    .isTrue();
            assertThat(words(component.getGenericType()))
                    .as(component.getName())
                    .isEqualTo(words(property));
            assertThat(component.getType().isPrimitive() && types(property).contains("null"))
                    .as(component.getName() + " may be null")
                    .isFalse();
        }
    }

    /** What Java has no such name for, like {@code new}, is named by its annotation. */
    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    @Test
    void answerThatLacksAPropertyIsNotRead() {
        String due = "\"dueAt\": \"2026-11-30T09:00:00Z\"";

        assertThat(Answers.read("{\"kind\": null, %s}".formatted(due), Promised.class)
                        .kind())
                .isNull();
        assertThatThrownBy(() -> Answers.read("{%s}".formatted(due), Promised.class))
                .hasMessageContaining(due)
                .rootCause()
                .hasMessageContaining("kind");
    }

    private static String words(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "array of " + words(list.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType) {
            return "object";
        }
        return WORDS.getOrDefault(type, ((Class<?>) type).getSimpleName());
    }

    private static String words(JsonNode property) {
        JsonNode reference = property.at(property.has("anyOf") ? "/anyOf/0/$ref" : "/$ref");
        if (reference.isTextual()) {
            return reference.asText().replaceAll(".*/", "");
        }
        String type = types(property).stream()
                .filter(word -> !word.equals("null"))
                .findFirst()
                .orElseThrow();
        String format = property.path("format").asText();
        return switch (type) {
            case "array" -> "array of " + words(property.path("items"));
            case "string" -> format.startsWith("date") ? type + " " + format : type;
            case "integer" -> type + " " + format;
            default -> type;
        };
    }

    private static List<String> types(JsonNode property) {
        JsonNode type = property.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(type.asText());
    }
}
