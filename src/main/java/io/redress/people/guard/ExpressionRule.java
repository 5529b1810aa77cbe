package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that lets four expressions through and no other. A query may carry expressions under names that end in
 * "Expression", in its {@code orQueries} even where the engine means to forbid them, and the engine would run them.
 */
@Component
@Order(1)
public class ExpressionRule implements CallRule {

    private static final Set<String> HARMLESS =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${endOfToday()}");

    @Override
    public void check(EngineCall call) {
        search(call.body(), "");
    }

    /** The same check for the address. */
    public static void checkQuery(String query) {
        for (var parameter : QueryString.read(query)) {
            if (isExpression(parameter.name()) && !HARMLESS.contains(parameter.value())) {
                throw refusal(parameter.name());
            }
        }
    }

    private static void search(JsonNode node, String path) {
        node.properties().forEach(field -> {
            var name = path + field.getKey();
            if (isExpression(field.getKey()) && !isHarmless(field.getValue())) {
                throw refusal(name);
            }
            search(field.getValue(), name + ".");
        });
        if (node.isArray()) {
            node.forEach(item -> search(item, path));
        }
    }

    private static boolean isExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static boolean isHarmless(JsonNode value) {
        return value.isNull() || value.isTextual() && HARMLESS.contains(value.textValue());
    }

    private static RefusedCall refusal(String name) {
        return RefusedCall.badField(name, "only these expressions are allowed: " + String.join(", ", HARMLESS));
    }
}
