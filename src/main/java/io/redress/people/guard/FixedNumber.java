package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.engine.port.ComplaintVariables;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that nobody changes the number of a running case: with another one its steps would pay, and write to,
 * somebody else's customer.
 */
@Component
@Order(5)
class FixedNumber implements CallRule {

    private static final String NUMBER = ComplaintVariables.CASE_NUMBER.name();
    private static final Pattern VARIABLE =
            Pattern.compile("/.+/(?:variables|localVariables)/" + NUMBER + "(?:/data)?");

    /** Answers to a task, whose own rule compares them with what the form shows. */
    private static final Pattern ANSWER = Pattern.compile("/task/[^/]+/(?:complete|submit-form|resolve)");

    private static final Set<String> HOLD_VARIABLES =
            Set.of("variables", "modifications", "localVariables", "processVariables", "processVariablesLocal");

    @Override
    public void check(EngineCall call) {
        if (call.reads() || ANSWER.matcher(call.path()).matches()) {
            return;
        }
        if (VARIABLE.matcher(call.path()).matches()) {
            throw refusal();
        }
        search(call.body());
    }

    private static void search(JsonNode node) {
        node.properties().forEach(field -> {
            var names =
                    HOLD_VARIABLES.contains(field.getKey()) && field.getValue().has(NUMBER);
            if (names || field.getKey().equals("deletions") && lists(field.getValue())) {
                throw refusal();
            }
            search(field.getValue());
        });
        if (node.isArray()) {
            node.forEach(FixedNumber::search);
        }
    }

    private static boolean lists(JsonNode names) {
        for (var name : names) {
            if (NUMBER.equals(name.asText())) {
                return true;
            }
        }
        return false;
    }

    private static RefusedCall refusal() {
        return RefusedCall.badField(NUMBER, "stays what it is for as long as the case lives");
    }
}
