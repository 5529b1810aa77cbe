package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule that no null character gets through to the engine, whose database would fail on it. */
@Component
@Order(1)
public class NoNullCharacters implements CallRule {

    @Override
    public void check(EngineCall call) {
        if (call.path().indexOf('\0') >= 0) {
            throw RefusedCall.badField("path", "must not hold a null character");
        }
        search(call.body(), "");
    }

    /** The same check for the address. */
    public static void checkQuery(String query) {
        for (var pair : query == null ? new String[0] : query.split("&")) {
            if (URLDecoder.decode(pair, StandardCharsets.UTF_8).indexOf('\0') >= 0) {
                throw RefusedCall.badField(pair.split("=", 2)[0], "must not hold a null character");
            }
        }
    }

    private static void search(JsonNode node, String path) {
        if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            throw RefusedCall.badField(path, "must not hold a null character");
        }
        node.properties().forEach(field -> {
            if (field.getKey().indexOf('\0') >= 0) {
                throw RefusedCall.badField(path, "must not hold a null character in a name");
            }
            search(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey());
        });
        if (node.isArray()) {
            node.forEach(item -> search(item, path));
        }
    }
}
