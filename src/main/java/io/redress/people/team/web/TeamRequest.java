package io.redress.people.team.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.people.team.TeamDraft;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A team as JSON: a field of the wrong type, or with an unknown name, is reported by name. */
final class TeamRequest {

    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "markets",
            "languages",
            "calendar",
            "zone",
            "lead",
            "deputies",
            "members",
            "overflow",
            "warnings");

    private final JsonNode json;
    private final List<Problem> problems = new ArrayList<>();

    private TeamRequest(JsonNode json) {
        this.json = json;
    }

    /**
     * What was read may be sent back as it is: {@code id} must then be the address's, and {@code warnings} say nothing.
     *
     * @throws RefusedInput naming every field that is wrong
     */
    static TeamDraft read(String id, JsonNode json) {
        return new TeamRequest(json).read(id);
    }

    private TeamDraft read(String id) {
        if (json == null || !json.isObject()) {
            throw new RefusedInput("name", "Send the team as a JSON object.");
        }
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KNOWN.contains(name)) {
                problems.add(new Problem(name, "There is no such field."));
            }
        }
        if (json.hasNonNull("id") && !id.equals(json.get("id").asText())) {
            problems.add(new Problem("id", "Is not that of the address."));
        }
        TeamDraft draft = new TeamDraft(
                text("name"),
                texts("markets"),
                texts("languages"),
                text("calendar"),
                text("zone"),
                text("lead"),
                texts("deputies"),
                texts("members"),
                flag("overflow"));
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return draft;
    }

    private String text(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            problems.add(new Problem(field, "Must be a text."));
            return null;
        }
        return value.textValue();
    }

    private List<String> texts(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        boolean allTexts = value.isArray();
        for (JsonNode one : value) {
            allTexts &= one.isTextual();
            texts.add(one.asText());
        }
        if (!allTexts) {
            problems.add(new Problem(field, "Must be a list of texts."));
            return null;
        }
        return texts;
    }

    private Boolean flag(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            problems.add(new Problem(field, "Must be true or false."));
            return null;
        }
        return value.booleanValue();
    }
}
