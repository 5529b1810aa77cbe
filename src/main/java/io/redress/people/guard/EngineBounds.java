package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.JsonBounds;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The bounds of what the engine is sent, in addresses, in JSON, and in texts that the engine turns into numbers or JSON
 * because their type says so.
 */
@Component
@Order(1)
public class EngineBounds implements CallRule {

    private static final Pattern VARIABLE = Pattern.compile("^(?:variables|modifications)\\.([^.]+)\\.value(?=\\.|$)");
    /** Parameters that the engine turns into whole numbers, even {@code 1e-1000000}. */
    private static final Pattern WHOLE = Pattern.compile("firstResult|maxResults|version|.*[pP]riority.*");

    /** A field of a deployment's form; its files are checked where their format is known. */
    private static final Pattern FIELD =
            Pattern.compile("(?i)content-disposition: *form-data; *name=\"(deployment-[a-z-]+|tenant-id)\"[^\\n]*\\n"
                    + "(?:[^\\r\\n]+\\r?\\n)*\\r?\\n([^\\r\\n]*+)");

    private static final int LONGEST_FIELD = 255;

    private static final Set<String> NUMBERS = Set.of("integer", "short", "long", "double", "number");

    /** The same check for the address. */
    public static void checkQuery(String query) {
        var problems = new ArrayList<Problem>();
        QueryString.read(query).forEach(parameter -> {
            var value = parameter.value();
            if (WHOLE.matcher(parameter.name()).matches() && !value.strip().matches("-?[0-9]{1,10}")) {
                problems.add(new Problem(parameter.name(), "Must be a whole number."));
            }
            JsonBounds.text(value).ifPresent(message -> problems.add(new Problem(parameter.name(), message)));
        });
        refuse(problems);
    }

    /** The same check for a body, before it is converted to anything. */
    static void checkBody(byte[] body) {
        try {
            JsonBounds.check(body);
        } catch (RefusedInput refused) {
            refuse(refused.problems());
        }
    }

    /** The same check for the fields beside the files of a deployment, of which the engine reads a name and a time. */
    static void checkDeployment(byte[] body) {
        var problems = new ArrayList<Problem>();
        var field = FIELD.matcher(new String(body, StandardCharsets.ISO_8859_1));
        while (field.find()) {
            if (field.group(2).length() > LONGEST_FIELD) {
                problems.add(new Problem(field.group(1), "Must have at most %d characters.".formatted(LONGEST_FIELD)));
            } else {
                JsonBounds.text(field.group(2))
                        .ifPresent(message -> problems.add(new Problem(field.group(1), message)));
            }
        }
        refuse(problems);
    }

    @Override
    public void check(EngineCall call) {
        var problems = new ArrayList<Problem>();
        search(call.body(), "", problems);
        refuse(problems);
    }

    private static void search(JsonNode node, String path, List<Problem> problems) {
        var value = node.path("value");
        if (value.isTextual()) {
            var type = node.path("type").asText().toLowerCase(Locale.ROOT);
            problems.addAll(check(path + "value", type, value.textValue()));
        }
        node.properties().forEach(field -> search(field.getValue(), path + field.getKey() + ".", problems));
        if (node.isArray()) {
            node.forEach(item -> search(item, path, problems));
        }
    }

    private static List<Problem> check(String field, String type, String text) {
        if (NUMBERS.contains(type)) {
            return text.isBlank() ? List.of() : problem(field, JsonBounds.number(text.strip()));
        }
        if (!type.equals("json")) {
            return List.of();
        }
        try {
            JsonBounds.check(text);
            return List.of();
        } catch (RefusedInput refused) {
            return refused.problems().stream()
                    .map(inner -> new Problem(field + "." + inner.field(), inner.message()))
                    .toList();
        }
    }

    private static List<Problem> problem(String field, Optional<String> message) {
        return message.map(said -> List.of(new Problem(field, said))).orElse(List.of());
    }

    /** Names a variable as the form does, without the engine's notation around it. */
    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw RefusedCall.badRequest(
                    "The request was refused",
                    problems.stream()
                            .map(problem -> new Problem(
                                    VARIABLE.matcher(problem.field()).replaceFirst("$1"), problem.message()))
                            .toList());
        }
    }
}
