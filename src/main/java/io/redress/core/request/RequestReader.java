package io.redress.core.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.core.input.JsonBounds;
import io.redress.core.input.RefusedInput;
import io.redress.core.money.ExactJson;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.stereotype.Component;

/**
 * Reads the JSON of a request into a record: its kinds of values, its constraints and what hangs on several fields are all
 * looked at before anything is refused, so that a sender can correct all of it at once.
 */
@Component
public class RequestReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new StrictValues())
            // UnknownFields names them, with their places.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The sentences are our own, so that nothing is looked up by locale. */
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    /** @throws RefusedInput where it is no JSON object, or holds what is beyond all bounds */
    public JsonNode parse(String body) {
        JsonBounds.check(body);
        try {
            JsonNode node = ExactJson.read(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            throw new RefusedInput("body", "Is not well-formed JSON: " + malformed.getOriginalMessage());
        }
        throw new RefusedInput("body", "Must be a JSON object.");
    }

    /** @throws RefusedInput naming every field that is missing or wrong */
    public <T> T read(String body, Class<T> type) {
        return read(parse(body), type, (read, faults) -> {});
    }

    /**
     * Reads what was parsed.
     *
     * @param check says what hangs on several fields; of a field that is refused already it gets null
     * @throws RefusedInput naming every field that is missing or wrong
     */
    public <T> T read(JsonNode body, Class<T> type, BiConsumer<T, Faults> check) {
        Faults faults = new Faults();
        UnknownFields.name(body, type, faults);
        T read = read(body, type, faults);
        if (read == null) {
            faults.refuseIfAny();
        }
        VALIDATOR.validate(read).stream()
                .sorted(Comparator.comparing(RequestReader::field))
                .filter(violation -> !faults.isRefused(field(violation)))
                .toList()
                .forEach(violation -> faults.refuse(field(violation), Sentences.of(violation)));
        check.accept(read, faults);
        faults.refuseIfAny();
        return read;
    }

    private static <T> T read(JsonNode body, Class<T> type, Faults faults) {
        try (JsonParser parser = MAPPER.treeAsTokens(body)) {
            return MAPPER.readerFor(type).withHandler(new Collector(faults)).readValue(parser);
        } catch (JsonMappingException wrong) {
            // What Jackson asks nobody about, such as an empty text in place of an object.
            faults.refuse(field(wrong), "Has the wrong type or form.");
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String field(JsonMappingException wrong) {
        String field = wrong.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        return field.isEmpty() ? "body" : field.substring(1);
    }

    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replaceAll("\\.<[^>]+>", "");
    }

    /** Notes what cannot be read, reads nothing there, and goes on. */
    private static final class Collector extends DeserializationProblemHandler {

        private final Faults faults;

        Collector(Faults faults) {
            this.faults = faults;
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
                throws IOException {
            return refused(type.getRawClass(), parser);
        }

        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context, Class<?> type, ValueInstantiator how, JsonParser parser, String message)
                throws IOException {
            return refused(type, parser);
        }

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String message) {
            faults.refuse(field(context.getParser()), message == null ? Sentences.expected(type) : message);
            return null;
        }

        private Object refused(Class<?> type, JsonParser parser) throws IOException {
            faults.refuse(field(parser), Sentences.expected(type));
            parser.skipChildren();
            return null;
        }

        /** Such as {@code order.items[0].quantity}. */
        private static String field(JsonParser parser) {
            StringBuilder field = new StringBuilder();
            JsonStreamContext context = parser.getParsingContext();
            // Within a list or an object that begins here nothing has a place yet.
            boolean begins =
                    parser.currentToken() != null && parser.currentToken().isStructStart();
            JsonPointer place = (begins ? context.getParent() : context).pathAsPointer();
            for (; place != null && !place.matches(); place = place.tail()) {
                if (place.mayMatchElement() && !field.isEmpty()) {
                    field.append('[').append(place.getMatchingIndex()).append(']');
                } else {
                    field.append(field.isEmpty() ? "" : ".").append(place.getMatchingProperty());
                }
            }
            return field.isEmpty() ? "body" : field.toString();
        }
    }
}
