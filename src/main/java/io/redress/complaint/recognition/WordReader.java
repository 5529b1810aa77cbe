package io.redress.complaint.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader that splits texts of one language into words and reduces these to their stems. */
interface WordReader {

    /** English, German and Chinese, which are always read, and whatever else Lucene has a stemmer for. */
    Map<String, WordReader> ALL = WordReaders.all();

    /** The reader of a language by its code, such as {@code de}; empty where its words cannot be told apart. */
    static Optional<WordReader> of(String language) {
        return Optional.ofNullable(ALL.get(language));
    }

    /** The words in their order. */
    List<Token> read(String sentence);

    /** How a word of the lexicon is looked up, part by part: a compound with a hyphen has several. */
    List<String> terms(String word);

    /** A word of the lexicon in the form that its beginning and its end are compared in. */
    String written(String word);

    /** Whether a word stands in so many texts that it tells nothing alone. */
    boolean isEmptyWord(String word);

    /** How many words may stand where a phrase leaves a gap. */
    int gap();

    /** Within how many words the other word has to stand, where a phrase only counts together with one. */
    int reach();
}
