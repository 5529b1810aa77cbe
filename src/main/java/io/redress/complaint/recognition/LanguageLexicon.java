package io.redress.complaint.recognition;

import io.redress.complaint.recognition.LexiconFile.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The part of the lexicon that is about one language, ready to be looked up. */
final class LanguageLexicon {

    private static final Set<PhraseUse> TELLING = Set.of(PhraseUse.CERTAIN, PhraseUse.POSSIBLE, PhraseUse.FOUND);

    private final WordReader words;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Trie<String> groups = new Trie<>();
    private final Trie<Sense> senses = new Trie<>();

    /**
     * What a phrase is for.
     *
     * @param file that it stands in
     * @param with the group that has to stand near, or {@code null}
     */
    record Sense(String file, LexiconKind kind, PhraseUse use, String with) {

        boolean tells() {
            return TELLING.contains(use);
        }
    }

    /**
     * What a sentence tells.
     *
     * @param words as they were written
     */
    record Told(Sense sense, boolean doubtful, String words) {}

    LanguageLexicon(String language, Collection<LexiconFile> files) {
        words = WordReader.of(language).orElseThrow();
        for (LexiconFile file : files) {
            for (Line line : file.lines()) {
                if (line.language().equals(language)) {
                    add(file, line);
                }
            }
        }
    }

    private void add(LexiconFile file, Line line) {
        Sense sense = new Sense(file.name(), file.kind(), line.use(), line.with());
        for (List<String> way : line.phrase().ways()) {
            vocabulary.add(way);
            if (line.use() == PhraseUse.WORDS) {
                groups.add(way, "<" + file.name() + ">");
            } else {
                senses.add(way, sense);
            }
        }
        if ((sense.tells() || line.use() == PhraseUse.WORDS) && !(words instanceof ChineseWordReader)) {
            words.read(line.phrase().text().replaceAll("<[^>]*>|=\\S*|\\S*\\*\\S*", " "))
                    .forEach(word -> {
                        List<String> stem = words.terms(word.written());
                        if (stem.size() == 1) {
                            vocabulary.mayBeMistyped(word.written(), stem.get(0));
                        }
                    });
        }
    }

    /** A sentence as this language reads it; empty where it has no words of it, or surely is in another. */
    Optional<Sentence> read(String language, String sentence) {
        List<Token> spots = words.read(sentence);
        return spots.isEmpty() || LanguageGuess.isForeign(language, spots)
                ? Optional.empty()
                : Optional.of(new Sentence(sentence, spots));
    }

    /** One sentence with all that was found in it; the same whatever stands before or behind it. */
    final class Sentence {

        private static final int FURTHEST = 12;
        private static final BitSet NOWHERE = new BitSet();

        private final String text;
        private final List<Token> spots;
        private final List<Trie.Found<Sense>> telling = new ArrayList<>();
        private final List<Trie.Found<Sense>> noes = new ArrayList<>();
        private final Map<String, BitSet> near = new HashMap<>();
        /** Words that are part of the name of an article or of a figure of speech, by the file that says so. */
        private final Map<String, BitSet> apart = new HashMap<>();

        private final BitSet between = new BitSet();
        private final BitSet inTelling = new BitSet();

        Sentence(String text, List<Token> spots) {
            this.text = text;
            this.spots = spots;
            List<List<Trie.Symbol>> symbols = new ArrayList<>();
            for (Token spot : spots) {
                List<Trie.Symbol> here = new ArrayList<>();
                vocabulary.termsOf(spot).forEach(term -> here.add(new Trie.Symbol(term, 1)));
                symbols.add(here);
            }
            addGroups(symbols);
            senses.find(symbols, words.gap(), this::sort);
        }

        private void addGroups(List<List<Trie.Symbol>> symbols) {
            List<Trie.Found<String>> found = new ArrayList<>();
            groups.find(symbols, words.gap(), found::add);
            for (Trie.Found<String> group : found) {
                if (isCutAtWords(group)) {
                    Trie.Symbol symbol = new Trie.Symbol(group.value(), group.to() - group.from());
                    if (!symbols.get(group.from()).contains(symbol)) {
                        symbols.get(group.from()).add(symbol);
                    }
                    near.computeIfAbsent(group.value(), unseen -> new BitSet()).set(group.from(), group.to());
                }
            }
        }

        private void sort(Trie.Found<Sense> found) {
            Sense sense = found.value();
            if (sense.tells()) {
                if (isCutAtWords(found)) {
                    telling.add(found);
                }
            } else if (sense.use() == PhraseUse.APART) {
                BitSet words = apart.computeIfAbsent(sense.file(), unseen -> new BitSet());
                each(found, words::set);
            } else if (sense.use() == PhraseUse.BETWEEN) {
                each(found, between::set);
            } else {
                noes.add(found);
            }
        }

        /** Whether it neither begins nor ends in the middle of a word, unless it is all in one. */
        private boolean isCutAtWords(Trie.Found<?> found) {
            int first = found.from();
            int last = found.to() - 1;
            if (spots.get(first).begins() && spots.get(last).ends()) {
                return true;
            }
            return last > first && isInOneWord(first, last);
        }

        private boolean isInOneWord(int first, int last) {
            for (int i = first; i < last; i++) {
                if (spots.get(i).ends()) {
                    return false;
                }
            }
            return true;
        }

        /**
         * The places in the sentence that are the name of an article or a figure of speech, by the file that says so:
         * what one language knows to be a figure of speech is none in another either.
         */
        void tellApart(Map<String, BitSet> places) {
            apart.forEach((file, which) -> {
                BitSet in = places.computeIfAbsent(file, unseen -> new BitSet());
                which.stream()
                        .forEach(word ->
                                in.set(spots.get(word).from(), spots.get(word).to()));
            });
        }

        /**
         * What the sentence tells.
         *
         * @param apartInAny what is apart in any language that the sentence was read in
         */
        List<Told> told(Map<String, BitSet> apartInAny) {
            telling.removeIf(found -> isApart(found, apartInAny) || !isWithCompany(found));
            telling.forEach(found -> each(found, inTelling::set));
            List<Told> told = new ArrayList<>();
            for (Trie.Found<Sense> found : telling) {
                if (!isSaidNoTo(found, LexiconKind.NEGATION)) {
                    told.add(new Told(found.value(), isSaidNoTo(found, LexiconKind.DOUBT), written(found)));
                }
            }
            return told;
        }

        private boolean isApart(Trie.Found<Sense> found, Map<String, BitSet> places) {
            for (int word : found.words()) {
                int at = spots.get(word).from();
                if (places.getOrDefault(LexiconKind.APART_FILE, NOWHERE).get(at)
                        || places.getOrDefault(found.value().file(), NOWHERE).get(at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean touches(Trie.Found<?> found, BitSet places) {
            if (places != null) {
                for (int word : found.words()) {
                    if (places.get(word)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isWithCompany(Trie.Found<Sense> found) {
            String with = found.value().with();
            if (with == null) {
                return true;
            }
            BitSet company = near.get("<" + with + ">");
            BitSet names = apart.get(LexiconKind.APART_FILE);
            if (company == null) {
                return false;
            }
            int at = company.nextSetBit(Math.max(0, found.from() - words.reach()));
            while (at >= 0 && at < found.to() + words.reach()) {
                if (!(names != null && names.get(at)) && !isOf(found, at)) {
                    return true;
                }
                at = company.nextSetBit(at + 1);
            }
            return false;
        }

        private boolean isOf(Trie.Found<?> found, int place) {
            for (int word : found.words()) {
                if (word == place) {
                    return true;
                }
            }
            return false;
        }

        private boolean isSaidNoTo(Trie.Found<Sense> found, LexiconKind kind) {
            for (Trie.Found<Sense> no : noes) {
                if (no.value().kind() == kind
                        && !touches(no, apart.get(no.value().file()))
                        && (no.value().use() == PhraseUse.BEFORE
                                ? reachesForward(no, found)
                                : reachesBack(no, found))) {
                    return true;
                }
            }
            return false;
        }

        private boolean reachesForward(Trie.Found<Sense> no, Trie.Found<Sense> found) {
            if (no.from() > found.from() && no.to() < found.to()) {
                return !isOf(found, no.from());
            }
            return no.to() <= found.from()
                    && found.from() - no.to() <= FURTHEST
                    && joined(no.to(), found.from(), false);
        }

        private boolean reachesBack(Trie.Found<Sense> no, Trie.Found<Sense> found) {
            return no.from() >= found.to() && no.from() - found.to() <= FURTHEST && joined(found.to(), no.from(), true);
        }

        /** Whether nothing but small words stands in between. */
        private boolean joined(int from, int to, boolean back) {
            for (int i = from; i <= to; i++) {
                if (i < to && !between.get(i) && !inTelling.get(i)) {
                    return false;
                }
                if (i > 0 && isBroken(i, back, i == to)) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Whether a comma or the like stands before a word; for a no that follows, the end of a line and a capital
         * letter too.
         */
        private boolean isBroken(int word, boolean back, boolean last) {
            String gap =
                    text.substring(spots.get(word - 1).to(), spots.get(word).from());
            for (int i = 0; i < gap.length(); i++) {
                if (",\uFF0C:\uFF1A()-\u2013\u2014\"".indexOf(gap.charAt(i)) >= 0 || back && gap.charAt(i) == '\n') {
                    return !gap.equals("-");
                }
            }
            return back
                    && last
                    && Character.isUpperCase(text.charAt(spots.get(word).from()))
                    && !text.equals(text.toUpperCase(Locale.ROOT));
        }

        private String written(Trie.Found<Sense> found) {
            return text.substring(
                            spots.get(found.from()).from(),
                            spots.get(found.to() - 1).to())
                    .strip()
                    .replaceAll("\\s+", " ");
        }

        private void each(Trie.Found<?> found, Consumer<Integer> place) {
            for (int word : found.words()) {
                place.accept(word);
            }
        }
    }
}
