package io.redress.core.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.money.AmountAsSent;
import io.redress.core.money.RateAsSent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a request that its record does not have, each with its place. */
final class UnknownFields {

    /** Records to us, single values to whoever sends them. */
    private static final Set<Class<?>> VALUES = Set.of(AmountAsSent.class, RateAsSent.class);

    private UnknownFields() {}

    static void name(JsonNode body, Class<?> type, Faults faults) {
        name(body, type, "", faults);
    }

    private static void name(JsonNode node, Type type, String place, Faults faults) {
        if (type instanceof ParameterizedType list && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                name(node.get(i), list.getActualTypeArguments()[0], place + "[" + i + "]", faults);
            }
        } else if (type instanceof Class<?> known && known.isRecord() && !VALUES.contains(known) && node.isObject()) {
            Map<String, RecordComponent> components = Arrays.stream(known.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
            node.properties().forEach(field -> {
                String name = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
                RecordComponent component = components.get(field.getKey());
                if (component == null) {
                    faults.refuse(name, Sentences.UNKNOWN);
                } else {
                    name(field.getValue(), component.getGenericType(), name, faults);
                }
            });
        }
    }
}
