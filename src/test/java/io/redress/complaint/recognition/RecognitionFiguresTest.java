package io.redress.complaint.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.file.Danger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How much of the danger is found, and how much of what is found is danger, on the half of the sentences that the lexicon is
 * tuned on and on the half that is only looked at.
 */
class RecognitionFiguresTest {

    private static final double FOUND = 0.95;
    private static final double PRECISE = 0.85;

    private final Lexicon lexicon = ShippedLexicon.lexicon();

    /** Counts of one half in one language, or of all. */
    private static final class Figures {

        private int danger;
        private int found;
        private int certain;
        private int certainFound;
        private int harmless;
        private int mistaken;

        double share() {
            return (double) found / danger;
        }

        double precision() {
            return (double) found / (found + mistaken);
        }

        String row(String name) {
            return "%-16s %6d %6d %6.1f %% %6d %8d %6.1f %% %5d of %d"
                    .formatted(
                            name,
                            danger,
                            found,
                            100 * share(),
                            harmless,
                            mistaken,
                            100 * precision(),
                            certainFound,
                            certain);
        }
    }

    @Test
    void findsDangerAndLittleElse() {
        Map<String, Figures> figures = new TreeMap<>();
        for (String language : List.of("en", "de", "zh")) {
            for (LabelledSentence sentence : LabelledSentence.read("danger-" + language + ".tsv")) {
                String half = sentence.isForTuning() ? "tuned on" : "held out";
                Danger danger = lexicon.read(sentence.text(), Locale.forLanguageTag(language))
                        .danger();
                count(figures.computeIfAbsent(half + ", " + language, unseen -> new Figures()), sentence, danger);
                count(figures.computeIfAbsent(half, unseen -> new Figures()), sentence, danger);
            }
        }
        for (LabelledSentence sentence : LabelledSentence.read("danger-later.tsv")) {
            count(
                    figures.computeIfAbsent("tuned on, later", unseen -> new Figures()),
                    sentence,
                    lexicon.read(sentence.text(), null).danger());
        }
        for (LabelledSentence sentence : LabelledSentence.read("danger-independent.tsv")) {
            count(
                    figures.computeIfAbsent("independent", unseen -> new Figures()),
                    sentence,
                    lexicon.read(sentence.text(), Locale.forLanguageTag(sentence.about()))
                            .danger());
        }
        StringBuilder table = new StringBuilder("%n%-16s %6s %6s %8s %6s %8s %8s  certain as certain%n"
                .formatted("sentences", "danger", "found", "", "none", "mistaken", "precise"));
        figures.forEach((name, counted) -> table.append(counted.row(name)).append(System.lineSeparator()));
        System.out.println(table);
        assertThat(figures.get("tuned on").danger + figures.get("held out").danger)
                .isGreaterThan(150);
        figures.forEach((name, counted) -> {
            assertThat(counted.share()).as("found, " + name).isGreaterThanOrEqualTo(FOUND);
            assertThat(counted.precision()).as("precision, " + name).isGreaterThanOrEqualTo(PRECISE);
        });
    }

    private static void count(Figures figures, LabelledSentence sentence, Danger danger) {
        boolean found = danger != Danger.NONE;
        if (sentence.isDanger()) {
            figures.danger++;
            figures.found += found ? 1 : 0;
            figures.certain += sentence.label().equals("certain") ? 1 : 0;
            figures.certainFound += sentence.label().equals("certain") && danger == Danger.CERTAIN ? 1 : 0;
        } else {
            figures.harmless++;
            figures.mistaken += found ? 1 : 0;
        }
    }

    @Test
    void findsTopicsAndLittleElse() {
        Map<String, int[]> figures = new TreeMap<>();
        for (LabelledSentence sentence : LabelledSentence.read("topics.tsv")) {
            Set<Topic> meant = sentence.label().equals("NONE") ? Set.of() : Set.of(Topic.valueOf(sentence.label()));
            Set<Topic> mistaken = new HashSet<>(lexicon.read(sentence.text(), Locale.forLanguageTag(sentence.about()))
                    .topics());
            int[] counted =
                    figures.computeIfAbsent(sentence.isForTuning() ? "tuned on" : "held out", unseen -> new int[3]);
            counted[0] += meant.size();
            counted[1] += meant.isEmpty() || !mistaken.containsAll(meant) ? 0 : 1;
            mistaken.removeAll(meant);
            counted[2] += mistaken.isEmpty() ? 0 : 1;
        }
        figures.forEach((half, counted) -> {
            System.out.printf("topics, %s: %d of %d found, %d mistaken%n", half, counted[1], counted[0], counted[2]);
            assertThat((double) counted[1] / counted[0]).as("found, " + half).isGreaterThanOrEqualTo(0.9);
            assertThat((double) counted[1] / (counted[1] + counted[2]))
                    .as("precision, " + half)
                    .isGreaterThanOrEqualTo(PRECISE);
        });
    }

    @Test
    void noSentenceStandsInTheLexicon() {
        for (LabelledSentence sentence : LabelledSentence.danger()) {
            ShippedLexicon.texts().forEach((name, text) -> assertThat(text.toLowerCase(Locale.ROOT))
                    .as(name)
                    .doesNotContain(sentence.text().toLowerCase(Locale.ROOT)));
        }
    }
}
