package io.redress.complaint.recognition;

import io.redress.complaint.file.Danger;
import io.redress.complaint.recognition.LanguageLexicon.Sense;
import io.redress.complaint.recognition.LanguageLexicon.Told;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All files of the lexicon together, ready to read texts. The result for a text depends only on the set of its
 * sentences, not on their order or number, and another sentence can make it more serious but never less.
 */
final class Lexicon {

    private static final Set<String> ALWAYS = Set.of("en", "de", "zh");
    private static final int MOST_REASONS = 20;
    private static final int LONGEST_QUOTE = 80;

    private final Map<String, LanguageLexicon> tongues = new HashMap<>();

    Lexicon(Collection<LexiconFile> files) {
        Set<String> languages = new TreeSet<>(ALWAYS);
        files.forEach(file -> file.lines().forEach(line -> languages.add(line.language())));
        languages.forEach(language -> tongues.put(language, new LanguageLexicon(language, files)));
    }

    RecognitionResult read(String text, Locale language) {
        Set<String> languages = new LinkedHashSet<>(ALWAYS);
        if (language != null && tongues.containsKey(language.getLanguage())) {
            languages.add(language.getLanguage());
        }
        Danger danger = Danger.NONE;
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        SortedSet<Reason> certain = new TreeSet<>();
        SortedSet<Reason> possible = new TreeSet<>();
        SortedSet<Reason> spoken = new TreeSet<>();
        for (String sentence : new LinkedHashSet<>(Sentences.of(text))) {
            for (Told told : told(sentence, languages)) {
                Sense sense = told.sense();
                if (sense.kind() == LexiconKind.TOPIC) {
                    LexiconKind.topic(sense.file()).ifPresent(topics::add);
                    spoken.add(reason(told));
                } else {
                    Danger found =
                            sense.use() == PhraseUse.CERTAIN && !told.doubtful() ? Danger.CERTAIN : Danger.POSSIBLE;
                    danger = danger.or(found);
                    (found == Danger.CERTAIN ? certain : possible).add(reason(told));
                }
            }
        }
        Set<Reason> reasons = new LinkedHashSet<>(longest(certain));
        reasons.addAll(longest(possible));
        reasons.addAll(longest(spoken));
        return new RecognitionResult(
                danger, Set.copyOf(topics), reasons.stream().limit(MOST_REASONS).toList());
    }

    private List<Told> told(String sentence, Set<String> languages) {
        List<LanguageLexicon.Sentence> readings = languages.stream()
                .flatMap(code -> tongues.get(code).read(code, sentence).stream())
                .toList();
        Map<String, BitSet> apart = new HashMap<>();
        readings.forEach(reading -> reading.tellApart(apart));
        return readings.stream()
                .flatMap(reading -> reading.told(apart).stream())
                .toList();
    }

    /** Without those whose words stand in another one of the same meaning. */
    private static List<Reason> longest(SortedSet<Reason> reasons) {
        return reasons.stream()
                .limit(MOST_REASONS * 5L)
                .filter(reason -> reasons.stream().limit(MOST_REASONS * 5L).noneMatch(reason::isIn))
                .toList();
    }

    private static Reason reason(Told told) {
        String words = told.words();
        String quote = words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE - 1) + "\u2026";
        return new Reason(told.sense().file(), quote);
    }

    /** The codes of the languages that some phrase is in. */
    List<String> languages() {
        return tongues.keySet().stream().sorted().toList();
    }
}
