package io.redress.time.law;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of a table's row on one word, written so that it can be said whether two rows may both match.
 *
 * @param negated whether it asks for any word but these; with no words, for any at all
 */
record RowCondition(boolean negated, Set<String> words) {

    private static final String LIST = "\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*";
    private static final Pattern WRITTEN = Pattern.compile("(?:(" + LIST + ")|not\\(\\s*(" + LIST + ")\\s*\\))");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    /** Reads a cell: empty or a dash, words, or {@code not(...)} of words; empty for anything else. */
    static Optional<RowCondition> of(String written) {
        if (written.isEmpty() || written.equals("-")) {
            return Optional.of(new RowCondition(true, Set.of()));
        }
        Matcher cell = WRITTEN.matcher(written);
        if (!cell.matches()) {
            return Optional.empty();
        }
        boolean negated = cell.group(1) == null;
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(written);
        while (word.find()) {
            words.add(word.group(1));
        }
        return Optional.of(new RowCondition(negated, words));
    }

    /** Whether some word fits both. */
    boolean overlaps(RowCondition other) {
        if (negated && other.negated) {
            return true;
        }
        return negated ? other.overlaps(this) : words.stream().anyMatch(other::fits);
    }

    private boolean fits(String word) {
        return negated != words.contains(word);
    }
}
