package io.redress.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import org.springframework.http.ResponseEntity;

/**
 * Reads answers into records. A component that an answer does not hold fails the reading, so that no name is misspelt without
 * a word; what an answer holds besides is left out. Components that may be missing say so by
 * {@code @JsonProperty(required = false)}.
 */
public final class Answers {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new EveryComponent())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Answers() {}

    public static <T> T read(String answer, Class<T> type) {
        try {
            return MAPPER.readValue(answer, type);
        } catch (JsonProcessingException another) {
            throw new UncheckedIOException(answer, another);
        }
    }

    public static <T> T read(ResponseEntity<String> answer, Class<T> type) {
        return read(answer.getBody(), type);
    }

    public static <T> T read(JsonNode answer, Class<T> type) {
        try {
            return MAPPER.treeToValue(answer, type);
        } catch (JsonProcessingException another) {
            throw new UncheckedIOException(answer.toString(), another);
        }
    }

    private static final class EveryComponent extends JacksonAnnotationIntrospector {

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return member instanceof AnnotatedParameter && !member.hasAnnotation(JsonProperty.class)
                    ? Boolean.TRUE
                    : super.hasRequiredMarker(member);
        }
    }
}
