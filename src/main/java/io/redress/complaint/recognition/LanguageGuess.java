package io.redress.complaint.recognition;

import java.util.List;
import java.util.Set;

/**
 * A guess which languages a sentence is certainly not in, because its commonest words are those of another language.
 */
final class LanguageGuess {

    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "is", "of", "to", "my", "with", "that", "it", "i", "you", "your", "from", "when", "which",
            "were", "has", "have", "been", "this", "for", "are", "on", "at", "be", "but", "we", "she", "they", "our",
            "no", "not", "there", "nobody", "without", "any", "its", "their", "he", "his", "her", "me", "us", "by",
            "as", "or", "if", "after", "them", "did", "does", "do", "can", "would", "just", "only", "got", "get", "had",
            "over", "out", "off", "up", "than", "then", "these", "those", "who", "what", "how", "why", "one", "some",
            "because");
    private static final Set<String> GERMAN = Set.of(
            "der", "das", "und", "ist", "nicht", "ein", "eine", "einen", "ich", "mir", "mein", "meine", "mit", "von",
            "auf", "wir", "sie", "den", "dem", "wurde", "beim", "zu", "im", "es", "ihr", "ihre", "fur", "sind", "aber",
            "sich", "uns", "kein", "keine", "keinen", "gibt", "gab", "niemand", "ohne", "nur", "auch", "noch", "durch",
            "uber", "wie", "dass", "weil", "wenn", "haben", "habe", "hatte", "wurden", "worden", "wird", "schon",
            "jetzt", "oder", "sehr", "einem", "einer", "keiner", "nichts", "alle", "dieser", "diese", "dieses", "bei",
            "vom", "zum", "zur", "nach", "mich", "ihrem", "ihrer", "ihren", "meiner", "meinem");

    private LanguageGuess() {}

    /**
     * Whether the sentence is not in this language, so that its words would be misread: "brand" is no fire in English.
     */
    static boolean isForeign(String language, List<Token> words) {
        return switch (language) {
            case "en" -> count(words, GERMAN) > 0 && count(words, ENGLISH) == 0;
            case "de" -> count(words, ENGLISH) > 0 && count(words, GERMAN) == 0;
            default -> false;
        };
    }

    private static long count(List<Token> words, Set<String> of) {
        return words.stream().filter(word -> of.contains(word.written())).count();
    }
}
