package io.redress.complaint.recognition;

import java.util.Comparator;

/**
 * One thing that was found in a text.
 *
 * @param meaning the name of the lexicon's file that knows the words, such as {@code injury}
 * @param words those of the text, cut where they are long
 */
public record Reason(String meaning, String words) implements Comparable<Reason> {

    private static final Comparator<Reason> BY_SENTENCE = Comparator.comparing(Reason::sentence);

    /** For people, such as {@code injury: "im Krankenhaus"}. */
    public String sentence() {
        return meaning.replace('-', ' ') + ": \"" + words + "\"";
    }

    boolean speaksOf(Topic topic) {
        return LexiconKind.topic(meaning).filter(topic::equals).isPresent();
    }

    /** Whether another one of the same meaning has these words and more. */
    boolean isIn(Reason longer) {
        return longer.meaning.equals(meaning) && longer.words.length() > words.length() && longer.words.contains(words);
    }

    @Override
    public int compareTo(Reason other) {
        return BY_SENTENCE.compare(this, other);
    }
}
