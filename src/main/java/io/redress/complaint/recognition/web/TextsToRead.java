package io.redress.complaint.recognition.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The texts to be checked; each problem is named by its place. */
final class TextsToRead {

    private static final int MOST_TEXTS = 100;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_CHARACTERS = 200_000;
    private static final Set<String> FIELDS = Set.of("text", "language");

    private final List<Problem> problems = new ArrayList<>();

    private TextsToRead() {}

    /** @param language {@code null} where it was not given */
    record Text(String text, Locale language) {}

    /** @throws RefusedInput naming everything that is wrong */
    static List<Text> of(JsonNode texts) {
        return new TextsToRead().read(texts);
    }

    private List<Text> read(JsonNode texts) {
        if (texts == null || !texts.isArray() || texts.isEmpty() || texts.size() > MOST_TEXTS) {
            throw new RefusedInput("texts", "Give a list of 1 to %d texts.".formatted(MOST_TEXTS));
        }
        List<Text> read = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            read.add(text("texts[%d]".formatted(i), texts.get(i)));
        }
        if (problems.isEmpty()
                && read.stream().mapToInt(text -> text.text().length()).sum() > MOST_CHARACTERS) {
            problems.add(new Problem(
                    "texts", "All texts together have more than %,d characters.".formatted(MOST_CHARACTERS)));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return read;
    }

    private Text text(String place, JsonNode given) {
        if (!given.isObject()) {
            problems.add(new Problem(place, "Give an object with text, and language if you like."));
            return new Text("", null);
        }
        given.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                problems.add(new Problem(place + "." + field, "is not a known field"));
            }
        });
        JsonNode text = given.path("text");
        if (!text.isTextual() || text.textValue().length() > LONGEST_TEXT) {
            problems.add(
                    new Problem(place + ".text", "Give a text of at most %,d characters.".formatted(LONGEST_TEXT)));
        }
        return new Text(text.asText(), language(place + ".language", given.path("language")));
    }

    private Locale language(String field, JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        try {
            if (given.isTextual() && !given.textValue().isBlank()) {
                return new Locale.Builder()
                        .setLanguageTag(given.textValue().replace('_', '-'))
                        .build();
            }
        } catch (IllformedLocaleException illFormed) {
            // Told below.
        }
        problems.add(new Problem(field, "Give a language such as de or zh-Hant."));
        return null;
    }
}
