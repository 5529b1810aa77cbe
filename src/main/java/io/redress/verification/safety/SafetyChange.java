package io.redress.verification.safety;

import io.redress.core.input.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change to a row of the safety register. A field that is {@code null} stays as it is.
 *
 * @param authority the authority that was told; needs {@code authorityToldAt}, and the other way round
 */
public record SafetyChange(
        String article, String batch, String hazard, String injury, String authority, Instant authorityToldAt) {

    /** The most characters of each text. */
    public static final int LONGEST = 1_000;

    /** Nothing but what happened. */
    public static SafetyChange of(String article, String batch, String hazard, String injury) {
        return new SafetyChange(article, batch, hazard, injury, null, null);
    }

    boolean isEmpty() {
        return texts().isEmpty() && authorityToldAt == null;
    }

    /** What is wrong with it, by field. */
    List<Problem> problems(Instant now) {
        List<Problem> problems = new ArrayList<>();
        texts().forEach((field, text) -> {
            if (text.length() > LONGEST) {
                problems.add(new Problem(field, "Must have at most %,d characters.".formatted(LONGEST)));
            }
        });
        if (authority == null && authorityToldAt != null) {
            problems.add(new Problem("authority", "Say which authority was told."));
        }
        if (authority != null && authorityToldAt == null) {
            problems.add(new Problem("authorityToldAt", "Say when the authority was told."));
        }
        if (authorityToldAt != null && authorityToldAt.isAfter(now)) {
            problems.add(new Problem("authorityToldAt", "Must not lie in the future."));
        }
        return problems;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "article", article);
        put(texts, "batch", batch);
        put(texts, "hazard", hazard);
        put(texts, "injury", injury);
        put(texts, "authority", authority);
        return texts;
    }

    private static void put(Map<String, String> texts, String field, String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }
}
