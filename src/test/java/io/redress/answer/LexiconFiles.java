package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** The files of the danger lexicon, or the versions of one. */
public record LexiconFiles(List<LexiconFile> items) {

    public record LexiconFile(
            String name, int version, int phrases, String changedBy, Instant changedAt, boolean shippedChanged) {}
}
