package io.redress.complaint.recognition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The purpose that the phrases of a section have. */
enum PhraseUse {
    /** They tell of danger to people. */
    CERTAIN,
    /** They tell of what may be a danger to people. */
    POSSIBLE,
    /** They speak of the topic. */
    FOUND,
    /** They belong to the group. */
    WORDS,
    /** They say no to what follows. */
    BEFORE,
    /** They say no to what they follow. */
    AFTER,
    /** They may stand between a no and what it says no to. */
    BETWEEN,
    /** They sound like a no, or like what the file is about, and are none. */
    APART;

    static Optional<PhraseUse> of(String word) {
        return Stream.of(values()).filter(use -> use.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
