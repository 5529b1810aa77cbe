package io.redress.people.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.redress.core.money.AmountAsSent;
import io.redress.core.money.RateAsSent;
import io.redress.core.money.SystemAmount;
import io.redress.core.request.OneNeeded;
import io.redress.core.text.EnumWords;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The schemas of our records and enums: enums by their words, and which fields of an answer may be null. */
@Component
@SuppressWarnings({"rawtypes", "unchecked"})
class RecordSchemas implements ModelConverter {

    private static final String OURS = "io.redress";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && java.hasRawClass(AmountAsSent.class)) {
            return decimal(SystemAmount.FORM, "1000000000000", "89.90");
        }
        if (java != null && java.hasRawClass(RateAsSent.class)) {
            return decimal(RateAsSent.FORM, "1000", "19.00");
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema == null || java == null || !java.getRawClass().getName().startsWith(OURS)) {
            return schema;
        }
        if (java.isEnumType() && schema.get$ref() == null) {
            return withWords(schema, java.getRawClass());
        }
        if (java.getRawClass().isRecord()) {
            String name = schema.get$ref() == null
                    ? schema.getName()
                    : schema.get$ref().replaceFirst(".*/", "");
            Optional.ofNullable(name).ifPresent(known -> records.put(known, java.getRawClass()));
        }
        return schema;
    }

    /** A decimal as a text or as a number, whichever the sender likes. */
    private static Schema<?> decimal(String form, String below, String example) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(List.of("string", "number")));
        schema.setExclusiveMaximumValue(new BigDecimal(below));
        return schema.pattern("^" + form + "$").minimum(BigDecimal.ZERO).example(example);
    }

    private static Schema<?> withWords(Schema<?> schema, Class<?> type) {
        ((Schema<Object>) schema).setEnum(List.copyOf(EnumWords.words(type)));
        return schema;
    }

    /** Whether this schema is that of one of our records. */
    boolean knows(String name) {
        return records.containsKey(name);
    }

    /** The fields that a record may answer as null: all but lists, primitive values and what is said not to be. */
    Set<String> nullableInAnswers(String name) {
        return fields(
                name,
                component -> !component.getType().isPrimitive()
                        && !Collection.class.isAssignableFrom(component.getType())
                        && !Map.class.isAssignableFrom(component.getType())
                        && !component.getAccessor().isAnnotationPresent(NotNull.class));
    }

    /** The fields of which a request needs at least one, none where it does not say so. */
    List<String> oneNeeded(String name) {
        OneNeeded needed = records.get(name).getAnnotation(OneNeeded.class);
        return needed == null ? List.of() : List.of(needed.value());
    }

    private Set<String> fields(String name, Predicate<RecordComponent> wanted) {
        return Arrays.stream(records.get(name).getRecordComponents())
                .filter(wanted)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
