package io.redress.complaint.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that a language's phrases are made of, and which of them a written word may mean, typing errors included.
 */
final class Vocabulary {

    private static final int SHORTEST_WITH_SLIP = 6;
    private static final int SHORTEST_WITH_LETTER_LOST = 8;
    private static final int SHORTEST_FIRST_PART = 3;
    private static final Pattern DOUBLE = Pattern.compile("(.)\\1");

    private final Set<String> terms = new HashSet<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> endings = new HashSet<>();
    /** Words by what remains of them when one letter is left out. */
    private final Map<String, Set<String>> slips = new HashMap<>();

    private final Map<String, String> stems = new HashMap<>();

    void add(List<String> way) {
        for (String term : way) {
            if (term.endsWith("*")) {
                String beginning = term.substring(0, term.length() - 1);
                beginnings.add(beginning);
                mayBeMistyped(beginning, term);
            } else if (term.startsWith("=")) {
                forms.add(term.substring(1));
            } else if (term.startsWith("*")) {
                endings.add(term.substring(1));
            } else {
                terms.add(term);
            }
        }
    }

    /** A word in full that people may mistype. */
    void mayBeMistyped(String word, String stem) {
        if (word.length() >= SHORTEST_WITH_SLIP && stems.putIfAbsent(word, stem) == null) {
            for (String shorter : shorter(word)) {
                slips.computeIfAbsent(shorter, unseen -> new LinkedHashSet<>()).add(word);
            }
            slips.computeIfAbsent(word, unseen -> new LinkedHashSet<>()).add(word);
        }
    }

    /** Every term that a word may be looked up by. */
    Set<String> termsOf(Token spot) {
        Set<String> found = new LinkedHashSet<>();
        boolean known = forms.contains(spot.written());
        if (known) {
            found.add("=" + spot.written());
        }
        for (String term : spot.terms()) {
            known |= terms.contains(term);
            found.add(term);
            known |= addParts(term, found);
        }
        if (!known) {
            found.addAll(meant(spot.written()));
            found.addAll(begunWith(spot.written()));
        }
        return found;
    }

    private boolean addParts(String term, Set<String> found) {
        int before = found.size();
        for (int to = SHORTEST_FIRST_PART; to <= term.length(); to++) {
            if (beginnings.contains(term.substring(0, to))) {
                found.add(term.substring(0, to) + "*");
            }
        }
        for (int from = 0; from <= term.length() - SHORTEST_FIRST_PART; from++) {
            if ((from == 0 || from >= SHORTEST_FIRST_PART) && endings.contains(term.substring(from))) {
                found.add("*" + term.substring(from));
            }
        }
        return found.size() > before;
    }

    /**
     * The words that are one typing error away from it: a letter missing, one too many, or two that have changed
     * places.
     */
    private List<String> meant(String written) {
        if (written.length() < SHORTEST_WITH_SLIP || slips.isEmpty()) {
            return List.of();
        }
        Set<String> near = new LinkedHashSet<>(slips.getOrDefault(written, Set.of()));
        for (String shorter : shorter(written)) {
            near.addAll(slips.getOrDefault(shorter, Set.of()));
        }
        List<String> meant = new ArrayList<>();
        for (String word : near) {
            if (isSlip(written, word)) {
                meant.add(stems.get(word));
            }
        }
        return meant;
    }

    /** The beginnings of a word, typing errors allowed for. */
    private Set<String> begunWith(String written) {
        Set<String> begun = new LinkedHashSet<>();
        for (int to = SHORTEST_WITH_SLIP; to <= written.length(); to++) {
            String beginning = written.substring(0, to);
            for (String term : meant(beginning)) {
                if (term.endsWith("*")) {
                    begun.add(term);
                }
            }
        }
        return begun;
    }

    static boolean isSlip(String written, String word) {
        if (written.charAt(0) != word.charAt(0)) {
            return false;
        }
        if (DOUBLE.matcher(written).replaceAll("$1").equals(DOUBLE.matcher(word).replaceAll("$1"))) {
            return true;
        }
        if (written.length() != word.length()) {
            return word.length() >= SHORTEST_WITH_LETTER_LOST && Math.abs(written.length() - word.length()) == 1;
        }
        int first = 0;
        while (first < word.length() && written.charAt(first) == word.charAt(first)) {
            first++;
        }
        return first + 1 < word.length()
                && written.charAt(first) == word.charAt(first + 1)
                && written.charAt(first + 1) == word.charAt(first)
                && written.substring(first + 2).equals(word.substring(first + 2));
    }

    private static Set<String> shorter(String word) {
        Set<String> shorter = new LinkedHashSet<>();
        for (int i = 1; i < word.length(); i++) {
            shorter.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shorter;
    }
}
