package io.redress.complaint.recognition;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kind of a lexicon file: what it is about, and so which sections it may have. */
enum LexiconKind {
    DANGER(PhraseUse.CERTAIN, PhraseUse.POSSIBLE, PhraseUse.APART),
    TOPIC(PhraseUse.FOUND, PhraseUse.APART),
    GROUP(PhraseUse.WORDS, PhraseUse.APART),
    NEGATION(PhraseUse.BEFORE, PhraseUse.AFTER, PhraseUse.BETWEEN, PhraseUse.APART),
    DOUBT(PhraseUse.BEFORE, PhraseUse.APART),
    APART(PhraseUse.APART);

    /** The file whose phrases say no. */
    static final String NEGATION_FILE = "negation";

    /** The file whose phrases say that something may have been, or nearly was. */
    static final String DOUBT_FILE = "doubt";

    /** The file with names of articles and figures of speech, which tell of nothing. */
    static final String APART_FILE = "apart";

    /** The groups of words that a phrase may name. */
    static final Set<String> GROUPS =
            Set.of("victim", "child", "owner", "body", "food", "foreign", "device", "pet", "culprit", "seat");

    private final Set<PhraseUse> uses;

    LexiconKind(PhraseUse first, PhraseUse... more) {
        uses = EnumSet.of(first, more);
    }

    boolean has(PhraseUse use) {
        return uses.contains(use);
    }

    /** The sections that a file may have, for people. */
    String sections() {
        return uses.stream().map(PhraseUse::word).collect(Collectors.joining(", "));
    }

    /** By the file's name alone; a name that we do not know is a danger of its own. */
    static LexiconKind of(String file) {
        return switch (file) {
            case NEGATION_FILE -> NEGATION;
            case DOUBT_FILE -> DOUBT;
            case APART_FILE -> APART;
            default -> GROUPS.contains(file) ? GROUP : topic(file).isPresent() ? TOPIC : DANGER;
        };
    }

    static Optional<Topic> topic(String file) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.name().equalsIgnoreCase(file))
                .findFirst();
    }
}
