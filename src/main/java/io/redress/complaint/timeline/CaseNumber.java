package io.redress.complaint.timeline;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The number a case is known by everywhere, such as {@code C-2026-000123}; also the business key in the engine. */
public record CaseNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("C-\\d{4}-\\d{6,}");

    public CaseNumber {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A case number looks like C-2026-000123, not like " + value);
        }
    }

    /** @param sequence grows for ever and is not reset with the year, so that no number is used twice */
    public static CaseNumber of(int year, long sequence) {
        return new CaseNumber("C-%d-%06d".formatted(year, sequence));
    }

    /** Whether a text has the shape of a case number, whatever it came from. */
    public static boolean looksLike(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** Every case number that stands in a text, each once. */
    public static List<CaseNumber> allIn(String text) {
        return SHAPE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(CaseNumber::new)
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
