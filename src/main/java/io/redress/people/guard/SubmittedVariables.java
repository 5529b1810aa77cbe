package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables that a caller sends along, in the engine's notation {@code {"name": {"value": ..., "type": ...}}}. */
final class SubmittedVariables {

    private static final int LONGEST_STRING = 4_000;

    /** Nothing the engine would turn into objects of a class the sender names. */
    private static final Set<String> PLAIN =
            Set.of("", "string", "integer", "short", "long", "double", "boolean", "date", "null", "json", "number");

    private SubmittedVariables() {}

    /**
     * The plain values by name.
     *
     * @throws RefusedCall naming each variable that is not plain, or too long for the engine to store
     */
    static Map<String, Object> read(JsonNode variables) {
        var problems = new ArrayList<Problem>();
        var values = new LinkedHashMap<String, Object>();
        if (!variables.isMissingNode() && !variables.isNull() && !variables.isObject()) {
            throw RefusedCall.badField("variables", "must be an object");
        }
        variables.properties().forEach(variable -> {
            check(variable.getKey(), variable.getValue(), problems);
            values.put(variable.getKey(), plain(variable.getValue().path("value")));
        });
        if (!problems.isEmpty()) {
            throw RefusedCall.badRequest("Some variables were refused", problems);
        }
        return values;
    }

    private static void check(String name, JsonNode variable, List<Problem> problems) {
        var type = variable.path("type").asText("").toLowerCase(Locale.ROOT);
        var value = variable.path("value");
        if (!variable.isObject()) {
            problems.add(new Problem(name, "must be an object with a value"));
        } else if (PLAIN.contains(type) && value.isContainerNode()) {
            problems.add(new Problem(name, "must be a plain value: write a list as text, in JSON"));
        } else if (!PLAIN.contains(type)) {
            problems.add(new Problem(name, "must be a plain value"));
        } else if (value.isTextual() && value.textValue().length() > LONGEST_STRING && !type.equals("json")) {
            problems.add(new Problem(name, "must have at most %d characters".formatted(LONGEST_STRING)));
        } else if (value.isTextual() && value.textValue().indexOf('\0') >= 0) {
            problems.add(new Problem(name, "must not hold a null character"));
        }
    }

    private static Object plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asText();
    }
}
