package io.redress.outside.order.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.core.money.BoundedNumbers;
import io.redress.outside.order.ShopUnavailable;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A reader of the shop's JSON, which refuses it by naming the first field that does not conform to the contract. */
public final class ShopJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new BoundedNumbers())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private ShopJson() {}

    /** @throws ShopUnavailable not worth retrying, where the JSON is not what the type and its constraints say */
    public static <T> T read(byte[] json, Class<T> type) {
        T answer = parse(json, type);
        check(answer);
        return answer;
    }

    /** The same for a list without a name. */
    public static <T> List<T> readAll(byte[] json, Class<T[]> type) {
        List<T> answers = Arrays.asList(parse(json, type));
        answers.forEach(ShopJson::check);
        return answers;
    }

    private static <T> T parse(byte[] json, Class<T> type) {
        T answer;
        try {
            answer = MAPPER.readValue(json, type);
        } catch (JsonMappingException e) {
            throw malformed(path(e), e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw malformed("", "is not JSON", e);
        } catch (IOException e) {
            throw malformed("", e.getMessage(), e);
        }
        if (answer == null) {
            throw malformed("", "is empty", null);
        }
        return answer;
    }

    /** The exception for a wrong field; callers use it for errors that only show in what a field means. */
    public static ShopUnavailable malformed(String field, String problem, Exception cause) {
        String what = field.isEmpty() ? "its body" : "field " + field;
        return new ShopUnavailable("The shop's answer is malformed: %s: %s".formatted(what, problem), false, cause);
    }

    private static void check(Object answer) {
        if (answer == null) {
            throw malformed("", "has an empty entry", null);
        }
        VALIDATOR.validate(answer).stream()
                .min(Comparator.comparing(ShopJson::path))
                .ifPresent(problem -> {
                    throw malformed(path(problem), problem.getMessage(), null);
                });
    }

    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
