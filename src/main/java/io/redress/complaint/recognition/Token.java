package io.redress.complaint.recognition;

import java.util.Set;

/**
 * A word of a sentence; in Chinese a single character, because words are segmented differently there in every sentence.
 *
 * @param from where it begins in the sentence
 * @param to where it ends, exclusive
 * @param written as it stands there, without case and diacritics
 * @param terms what it may be looked up by: as it is written, and its stem
 * @param begins whether a word begins here
 * @param ends whether a word ends here
 */
record Token(int from, int to, String written, Set<String> terms, boolean begins, boolean ends) {}
