package io.redress.complaint.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A phrase of the lexicon, in all the ways that it may be said. Words are compared by their stems; {@code burn*} is any
 * word that begins so, {@code *verletzung} one that ends so (a German compound is a kind of its last part),
 * {@code =shocking} this form of the word only, {@code hand/finger} either of the two, {@code <body>} any word of that
 * group, and {@code ...} stands for a few words in between.
 *
 * @param text as the file has it
 * @param ways each a list of terms
 */
record Phrase(String text, List<List<String>> ways) {

    static final String GAP = "...";

    private static final int MOST_WAYS = 20_000;
    private static final int MOST_TERMS = 16;
    private static final int SHORTEST_PART = 3;

    /**
     * Reads a phrase.
     *
     * @param tells whether it is found alone, so that it must say more than "the"
     * @throws IllegalArgumentException with a sentence for people
     */
    static Phrase read(String line, WordReader words, Set<String> groups, boolean tells) {
        List<List<String>> ways = List.of(List.of());
        for (String part : line.split("\\s+")) {
            ways = longer(ways, alternatives(part, words, groups));
            if (ways.size() > MOST_WAYS) {
                throw new IllegalArgumentException("\"%s\" can be said in too many ways; split it.".formatted(line));
            }
        }
        for (List<String> way : ways) {
            check(line, way, words, tells);
        }
        return new Phrase(line, ways);
    }

    private static void check(String line, List<String> way, WordReader words, boolean tells) {
        if (way.isEmpty()) {
            throw new IllegalArgumentException("\"%s\" has no word.".formatted(line));
        }
        if (way.size() > MOST_TERMS) {
            throw new IllegalArgumentException("\"%s\" is too long for a phrase.".formatted(line));
        }
        if (way.get(0).equals(GAP) || way.get(way.size() - 1).equals(GAP)) {
            throw new IllegalArgumentException("A phrase begins and ends with a word, not with a gap.");
        }
        for (int i = 1; i < way.size(); i++) {
            if (way.get(i).equals(GAP) && way.get(i - 1).equals(GAP)) {
                throw new IllegalArgumentException("One gap may not follow another.");
            }
        }
        boolean tooShort = way.size() == 1 && way.get(0).length() < 2 && !(words instanceof ChineseWordReader);
        if (tells && (tooShort || way.stream().allMatch(term -> term.equals(GAP) || words.isEmptyWord(term)))) {
            throw new IllegalArgumentException("\"%s\" stands in nearly every text.".formatted(line));
        }
    }

    private static List<List<String>> longer(List<List<String>> ways, List<List<String>> alternatives) {
        return ways.stream()
                .flatMap(way -> alternatives.stream()
                        .map(more -> Stream.concat(way.stream(), more.stream()).toList()))
                .limit(MOST_WAYS + 1L)
                .toList();
    }

    private static List<List<String>> alternatives(String part, WordReader words, Set<String> groups) {
        if (part.equals(GAP) || part.equals("\u2026")) {
            return List.of(List.of(GAP));
        }
        List<List<String>> alternatives = new ArrayList<>();
        for (String word : part.split("/", -1)) {
            alternatives.add(terms(word, words, groups));
        }
        return alternatives;
    }

    private static List<String> terms(String word, WordReader words, Set<String> groups) {
        if (word.startsWith("<") || word.endsWith(">")) {
            String group = word.replaceAll("[<>]", "");
            if (!word.equals("<" + group + ">") || !groups.contains(group)) {
                throw new IllegalArgumentException(LexiconFile.unknownGroup(word, groups));
            }
            return List.of(word);
        }
        if (word.startsWith("=")) {
            String written = words.written(word.substring(1));
            if (written.isEmpty() || words instanceof ChineseWordReader) {
                throw new IllegalArgumentException(
                        "\"%s\": one word stands behind the equals sign, and not in Chinese.".formatted(word));
            }
            return List.of("=" + written);
        }
        boolean begins = word.endsWith("*");
        boolean ends = word.startsWith("*");
        if (!begins && !ends) {
            List<String> terms = words.terms(word);
            if (terms.isEmpty()) {
                throw new IllegalArgumentException("\"%s\" is no word of this language.".formatted(word));
            }
            return terms;
        }
        String written = words.written(word.replace("*", ""));
        if (written.length() < SHORTEST_PART || begins && ends || words instanceof ChineseWordReader) {
            throw new IllegalArgumentException(
                    "\"%s\": a star stands before or behind at least %d letters, and not in Chinese."
                            .formatted(word, SHORTEST_PART));
        }
        return List.of(begins ? written + "*" : "*" + written);
    }
}
