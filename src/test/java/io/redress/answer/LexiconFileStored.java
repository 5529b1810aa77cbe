package io.redress.answer;

import java.util.List;

/** The answer to a file of the lexicon that was stored. */
public record LexiconFileStored(String name, int version, int phrases, List<String> removed) {}
