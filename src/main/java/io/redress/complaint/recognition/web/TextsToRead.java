package io.redress.complaint.recognition.web;

import io.redress.complaint.recognition.web.DangerCheckController.TextView;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** The texts to be checked; each problem is named by its place. */
final class TextsToRead {

    static final int MOST_TEXTS = 100;
    static final String EXPECTED = "Give a list of 1 to " + MOST_TEXTS + " texts.";
    static final int LONGEST_TEXT = 20_000;
    private static final int MOST_CHARACTERS = 200_000;

    private final List<Problem> problems = new ArrayList<>();

    private TextsToRead() {}

    /** @param language {@code null} where it was not given */
    record Text(String text, Locale language) {}

    /** @throws RefusedInput naming everything that is wrong */
    static List<Text> of(List<TextView> texts) {
        return new TextsToRead().read(texts);
    }

    private List<Text> read(List<TextView> texts) {
        List<Text> read = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            TextView given = texts.get(i);
            read.add(new Text(given.text(), language("texts[%d].language".formatted(i), given.language())));
        }
        if (read.stream().mapToInt(text -> text.text().length()).sum() > MOST_CHARACTERS) {
            problems.add(new Problem(
                    "texts", "All texts together have more than %,d characters.".formatted(MOST_CHARACTERS)));
        }
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return read;
    }

    private Locale language(String field, String given) {
        try {
            return given == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(given.replace('_', '-'))
                            .build();
        } catch (IllformedLocaleException illFormed) {
            problems.add(new Problem(field, "Give a language such as de or zh-Hant."));
            return null;
        }
    }
}
