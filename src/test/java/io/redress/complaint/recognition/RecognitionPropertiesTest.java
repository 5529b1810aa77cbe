package io.redress.complaint.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import io.redress.complaint.file.Danger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for whatever somebody writes. */
@Tag("generated")
class RecognitionPropertiesTest {

    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Hans-Hant");

    private final Lexicon lexicon = ShippedLexicon.lexicon();

    @Provide
    Arbitrary<LabelledSentence> sentences() {
        return Arbitraries.of(LabelledSentence.danger());
    }

    @Provide
    Arbitrary<LabelledSentence> nearMisses() {
        return Arbitraries.of(LabelledSentence.danger().stream()
                .filter(sentence -> !sentence.isDanger())
                .toList());
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(". ", "! ", "\n\n", "\n", "; ", "\u3002", " ... ");
    }

    private Danger danger(String text) {
        return lexicon.read(text, null).danger();
    }

    @Property
    void harmlessWordsTakeNothingBack(
            @ForAll("sentences") LabelledSentence told,
            @ForAll("nearMisses") LabelledSentence harmless,
            @ForAll("separators") String between) {
        Danger alone = danger(told.text());

        assertThat(danger(told.text() + between + harmless.text())).isGreaterThanOrEqualTo(alone);
        assertThat(danger(harmless.text() + between + told.text())).isGreaterThanOrEqualTo(alone);
    }

    @Property
    void orderAndRepetitionDoNotMatter(@ForAll("several") List<LabelledSentence> told) {
        List<String> texts = told.stream().map(LabelledSentence::text).toList();
        List<String> backwards = new ArrayList<>();
        texts.forEach(text -> backwards.add(0, text));
        RecognitionResult once = lexicon.read(String.join(".\n\n", texts), null);

        assertThat(lexicon.read(String.join(".\n\n", backwards), null)).isEqualTo(once);
        assertThat(lexicon.read(
                        Stream.concat(texts.stream(), backwards.stream())
                                .reduce("", (all, text) -> all + text + ".\n\n"),
                        null))
                .isEqualTo(once);
    }

    @Provide
    Arbitrary<List<LabelledSentence>> several() {
        return sentences().list().ofMinSize(2).ofMaxSize(6);
    }

    @Property
    void wayOfWritingDoesNotMatter(@ForAll("sentences") LabelledSentence told) {
        Danger danger = danger(told.text());

        assertThat(danger(told.text().toUpperCase(Locale.ROOT))).as("capitals").isEqualTo(danger);
        assertThat(danger(told.text().toLowerCase(Locale.ROOT)))
                .as("small letters")
                .isEqualTo(danger);
        assertThat(danger(told.text().replace(" ", " \u00A0 ")))
                .as("wide spaces")
                .isEqualTo(danger);
        assertThat(danger("  \t" + told.text().replace(" ", "\t") + "\n"))
                .as("tabs")
                .isEqualTo(danger);
        assertThat(danger(Normalizer.normalize(told.text(), Normalizer.Form.NFD)))
                .as("letters and marks apart")
                .isEqualTo(danger);
        assertThat(danger(told.text()
                        .replace("\u00E4", "ae")
                        .replace("\u00F6", "oe")
                        .replace("\u00FC", "ue")
                        .replace("\u00DF", "ss")))
                .as("without umlauts")
                .isEqualTo(danger);
        assertThat(danger(told.text().replace("'", "\u2019")))
                .as("other apostrophe")
                .isEqualTo(danger);
    }

    @Property
    void traditionalIsReadAsSimplified(@ForAll("chinese") LabelledSentence told) {
        assertThat(lexicon.read(TRADITIONAL.transliterate(told.text()), Locale.TRADITIONAL_CHINESE)
                        .danger())
                .isEqualTo(lexicon.read(told.text(), Locale.CHINESE).danger());
    }

    @Provide
    Arbitrary<LabelledSentence> chinese() {
        return Arbitraries.of(LabelledSentence.read("danger-zh.tsv"));
    }

    @Property
    void whatIsSaidNoToIsNone(@ForAll("noes") String text) {
        assertThat(danger(text)).as(text).isEqualTo(Danger.NONE);
    }

    @Provide
    Arbitrary<String> noes() {
        List<String> texts = new ArrayList<>();
        for (String nobody :
                List.of("Nobody was", "nobody has been", "No one is", "none of us got", "We were not", "I wasn't")) {
            for (String harm : List.of("hurt", "injured", "burned", "poisoned", "electrocuted", "bitten by it")) {
                texts.add(nobody + " " + harm);
            }
        }
        for (String no : List.of("There was no", "without any", "no", "there were never any signs of")) {
            for (String harm : List.of(
                    "fire",
                    "smoke",
                    "explosion",
                    "injuries",
                    "sparks from the plug",
                    "flames coming out",
                    "allergic reaction")) {
                texts.add(no + " " + harm);
            }
        }
        for (String niemand :
                List.of("Niemand wurde", "es wurde niemand", "zum Gl\u00FCck ist keiner", "Wir sind nicht")) {
            for (String harm : List.of("verletzt", "verbr\u00FCht", "vergiftet", "erkrankt", "angefahren worden")) {
                texts.add(niemand + " " + harm);
            }
        }
        for (String kein : List.of("Es gab kein", "keine", "ohne")) {
            for (String harm : List.of("Feuer", "Rauch", "Explosion", "Verletzungen", "Stromschlag", "Vergiftung")) {
                texts.add(kein + " " + harm);
            }
        }
        for (String harm : List.of("Verletzt", "Vergiftet", "Krank geworden")) {
            texts.add(harm + " wurde niemand");
            texts.add(harm + " ist zum Gl\u00FCck keiner");
        }
        for (String no :
                List.of("\u6CA1\u6709\u4EBA", "\u65E0\u4EBA", "\u6C92\u6709\u4EBA", "\u5E76\u6CA1\u6709\u4EBA")) {
            for (String harm :
                    List.of("\u53D7\u4F24", "\u4E2D\u6BD2", "\u53D7\u50B7", "\u89E6\u7535", "\u9AA8\u6298")) {
                texts.add(no + harm);
            }
        }
        for (String no : List.of("\u6CA1\u6709", "\u6CA1", "\u672A", "\u5E76\u672A")) {
            for (String harm : List.of("\u7740\u706B", "\u5192\u70DF", "\u7206\u70B8", "\u8D77\u706B")) {
                texts.add(no + harm);
            }
        }
        return Arbitraries.of(texts);
    }

    @Example
    void smokeIsPossibleAlthoughNothingHappened() {
        assertThat(danger("Zum Gl\u00FCck ist nichts passiert, aber aus dem Toaster kam Rauch"))
                .isEqualTo(Danger.POSSIBLE);
    }

    /** As long as a text may be, and twice that: nothing but words of danger, with and without an end of a sentence. */
    @Example
    void manyWordsOfDangerAreRead() {
        for (String word : List.of(
                "fire explosion injured my hand burned ",
                "Feuer gefangen, Explosion, verletzt. ",
                "\u7206\u70B8\u8D77\u706B\u53D7\u4F24")) {
            for (int length : List.of(20_000, 40_000)) {
                RecognitionResult read =
                        lexicon.read(word.repeat(1 + length / word.length()).substring(0, length), null);
                assertThat(read.danger()).isEqualTo(Danger.CERTAIN);
                assertThat(read.why()).hasSizeBetween(1, 20);
            }
        }
    }

    /** A German compound is a kind of its last part; the first parts of these are no danger. */
    @Example
    void compoundsAreWhatTheyEndWith() {
        assertThat(danger("Kabelbrand")).isNotEqualTo(Danger.NONE);
        assertThat(danger("Schnittverletzungen am Arm")).isEqualTo(Danger.CERTAIN);
        assertThat(danger("Kohlenmonoxidvergiftung")).isEqualTo(Danger.CERTAIN);
        assertThat(danger("Rauchmelder, Brandenburg, Giftgr\u00FCn, brandneu, Feuerzeug, Gebrauch"))
                .isEqualTo(Danger.NONE);
    }

    @Example
    void articleThatIsDangerousItselfIsFound() {
        assertThat(danger("The smoke detector caught fire")).isEqualTo(Danger.CERTAIN);
        assertThat(danger("Das Babyphone ist explodiert")).isEqualTo(Danger.CERTAIN);
        assertThat(danger("\u7535\u5B50\u70DF\u7206\u70B8\u4E86")).isEqualTo(Danger.CERTAIN);
        assertThat(danger("He used the pepper spray on me and punched my husband"))
                .isEqualTo(Danger.CERTAIN);
    }

    @Example
    void tellsWhatWasFoundInWhichWords() {
        RecognitionResult read =
                lexicon.read("Late again. The kettle  exploded and I burned my hand; there was smoke.", null);

        assertThat(read.why()).contains("explosion: \"exploded\"", "injury: \"burned my hand\"", "smoke: \"smoke\"");
        assertThat(lexicon.read("Late again", null))
                .isEqualTo(new RecognitionResult(Danger.NONE, java.util.Set.of(), List.of()));
    }
}
