package io.redress.redesign.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules for a form: an approver must give the answer themselves. */
public final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ANSWERS = Set.of("approval", "approvalReason");

    private FormRules() {}

    /** What is wrong with a form, in sentences; empty where it cannot be read, which the engine reports itself. */
    public static List<String> problems(byte[] form) {
        List<String> problems = new ArrayList<>();
        try {
            collect(JSON.readTree(form), problems);
        } catch (IOException unreadable) {
            return List.of();
        }
        return problems;
    }

    private static void collect(JsonNode part, List<String> problems) {
        String key = part.path("key").asText();
        if (ANSWERS.contains(key) && part.hasNonNull("defaultValue")) {
            problems.add("the field '%s' must not be filled in beforehand: whoever approves says so themselves"
                    .formatted(key));
        }
        part.path("components").forEach(inner -> collect(inner, problems));
    }
}
