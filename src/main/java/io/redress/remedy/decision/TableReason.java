package io.redress.remedy.decision;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason why the remedy table decides as it does, as its row has it: a key of the letters' texts, such as
 * {@code lost_parcel}, or its author's own words in every language, as in {@code en: We are late. | de: Wir sind spät.}
 * A table that was deployed before reasons had keys has a sentence in its author's language.
 *
 * @param written what stands in the row
 */
public record TableReason(String written) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*");
    private static final Pattern WORDS =
            Pattern.compile("\\s*([a-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})*)\\s*:\\s*(\\S.*?)\\s*", Pattern.DOTALL);

    /** Whether it is a key, known or not. */
    public boolean isKey() {
        return KEY.matcher(written).matches();
    }

    /** The author's own words by language, in the order in which they stand there; empty where it is anything else. */
    public Map<Locale, String> words() {
        Map<Locale, String> words = new LinkedHashMap<>();
        for (String part : written.split("\\|")) {
            Matcher found = WORDS.matcher(part);
            if (!found.matches()) {
                return Map.of();
            }
            words.put(Locale.forLanguageTag(found.group(1).replace('_', '-')), found.group(2));
        }
        return words;
    }
}
