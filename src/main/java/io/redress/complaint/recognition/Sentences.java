package io.redress.complaint.recognition;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a text. What one sentence says is never taken back by another. */
final class Sentences {

    /** A sentence without an end is cut, so that the time for a text grows with its length only. */
    static final int LONGEST = 1_000;

    private static final Normalizer2 SAME = Normalizer2.getNFKCInstance();
    private static final String ENDS = ".!?;\u2026\u3002\uFF01\uFF1F\uFF1B\u2022";

    private Sentences() {}

    /**
     * Cut at full stops and blank lines, with invisible characters left out and equal ones made the same. The end of a
     * line may be one of a sentence or a mail program's: what goes over it is read as a whole and line by line.
     */
    static List<String> of(String text) {
        String same = SAME.normalize(text.replaceAll("[\\p{Cf}[\\p{Cntrl}&&[^\\s]]]", ""));
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < same.length(); at++) {
            if (ends(same, at) || at - from >= LONGEST && isBetweenWords(same, at)) {
                int to = ends(same, at) ? at : at + 1;
                add(same.substring(from, to), sentences);
                from = at + 1;
            }
        }
        add(same.substring(from), sentences);
        return sentences;
    }

    private static boolean isBetweenWords(String text, int at) {
        return at % LONGEST == 0
                || !Character.isLetterOrDigit(text.charAt(at))
                || Character.isIdeographic(text.charAt(at));
    }

    private static void add(String sentence, List<String> sentences) {
        if (sentence.isBlank()) {
            return;
        }
        sentences.add(sentence.strip());
        if (sentence.strip().indexOf('\n') > 0) {
            sentence.lines().filter(line -> !line.isBlank()).map(String::strip).forEach(sentences::add);
        }
    }

    private static boolean ends(String text, int at) {
        char here = text.charAt(at);
        if (here == '\n') {
            return blankLineFollows(text, at);
        }
        if (ENDS.indexOf(here) < 0) {
            return false;
        }
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return here != '.' || !Character.isLetterOrDigit(after) || Character.isIdeographic(after);
    }

    private static boolean blankLineFollows(String text, int at) {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '\n';
    }
}
