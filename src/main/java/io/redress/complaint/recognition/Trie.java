package io.redress.complaint.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A trie of phrases by their terms, so that all phrases in a sentence are found in one pass over it. The length of a
 * phrase is bounded, so the time grows with the length of the sentence only.
 *
 * @param <T> what is known of a phrase
 */
final class Trie<T> {

    private final Map<String, Trie<T>> next = new HashMap<>();
    private final List<T> ends = new ArrayList<>();

    void add(List<String> terms, T value) {
        Trie<T> node = this;
        for (String term : terms) {
            node = node.next.computeIfAbsent(term, unseen -> new Trie<>());
        }
        if (!node.ends.contains(value)) {
            node.ends.add(value);
        }
    }

    /** A term at a position, and how many words it takes up. */
    record Symbol(String term, int length) {}

    /**
     * A phrase found.
     *
     * @param words where each of its words stands; what stands in a gap is left out
     */
    record Found<T>(T value, int[] words) {

        int from() {
            return words[0];
        }

        /** Exclusive. */
        int to() {
            return words[words.length - 1] + 1;
        }
    }

    /** Finds every phrase that begins at any place. */
    void find(List<List<Symbol>> symbols, int gap, Consumer<Found<T>> found) {
        for (int at = 0; at < symbols.size(); at++) {
            walk(symbols, at, gap, new int[0], found);
        }
    }

    private void walk(List<List<Symbol>> symbols, int at, int gap, int[] words, Consumer<Found<T>> found) {
        ends.forEach(end -> found.accept(new Found<>(end, words)));
        if (next.isEmpty() || at >= symbols.size()) {
            return;
        }
        step(symbols, at, gap, words, found);
        Trie<T> behindGap = next.get(Phrase.GAP);
        if (behindGap != null) {
            for (int to = at; to <= at + gap && to < symbols.size(); to++) {
                behindGap.step(symbols, to, gap, words, found);
            }
        }
    }

    private void step(List<List<Symbol>> symbols, int at, int gap, int[] words, Consumer<Found<T>> found) {
        for (Symbol symbol : symbols.get(at)) {
            Trie<T> node = next.get(symbol.term());
            if (node != null) {
                int[] longer = Arrays.copyOf(words, words.length + symbol.length());
                for (int i = 0; i < symbol.length(); i++) {
                    longer[words.length + i] = at + i;
                }
                node.walk(symbols, at + symbol.length(), gap, longer, found);
            }
        }
    }
}
