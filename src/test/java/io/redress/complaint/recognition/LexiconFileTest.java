package io.redress.complaint.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.complaint.file.Danger;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of the lexicon is read whole, or refused with the line. */
class LexiconFileTest {

    private static Danger danger(String file, String text) {
        return new Lexicon(Stream.concat(
                                Stream.of(LexiconFile.read("wobble", file)),
                                ShippedLexicon.files().values().stream()
                                        .filter(shipped -> shipped.kind() != LexiconKind.DANGER))
                        .toList())
                .read(text, null)
                .danger();
    }

    @Test
    void everyFileThatIsShippedCanBeRead() {
        assertThat(ShippedLexicon.files().keySet())
                .contains(
                        "injury",
                        "fire",
                        "smoke",
                        "negation",
                        "apart",
                        "staff",
                        "lawyer",
                        "press",
                        "authority",
                        "abuse")
                .containsAll(LexiconKind.GROUPS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wobbled|The table wobbles|POSSIBLE",
                "=wobbled|The table wobbles|NONE",
                "wobb*|it is wobbly|POSSIBLE",
                "*table|my worktable|POSSIBLE",
                "table/chair wobbles|my chair wobbled|POSSIBLE",
                "table ... wobbles|the table in our kitchen wobbled|POSSIBLE",
                "table ... wobbles|the table that we have had since the year nine wobbled|NONE",
                "<body> wobbles|my knee wobbles|POSSIBLE",
                "<body> wobbles|my desk wobbles|NONE",
            })
    void aPhraseSaysWhatIsMeant(String phrase, String text, Danger danger) {
        assertThat(danger("[en possible]\n" + phrase, text)).isEqualTo(danger);
    }

    @Test
    void somePhrasesAreMeantOnlyBesideOthers() {
        String file = "[en certain with child]\nwobbled\n";

        assertThat(danger(file, "the table wobbled, and our baby sat on it")).isEqualTo(Danger.CERTAIN);
        assertThat(danger(file, "the table wobbled. Our baby slept")).isEqualTo(Danger.NONE);
    }

    @Test
    void aFileMayTakePhrasesOut() {
        assertThat(danger("[en certain]\nwobbles\n[en apart]\nwobble board\n", "the wobble board is late"))
                .isEqualTo(Danger.NONE);
    }

    @Test
    void otherLanguagesAreReadWhereTheCaseIsInOne() {
        Lexicon lexicon =
                new Lexicon(List.of(LexiconFile.read("wobble", "[fr certain]\nexplos*\nbr\u00FBl\u00E9 ... main\n")));

        assertThat(lexicon.read("Je me suis br\u00FBl\u00E9e \u00E0 la main", java.util.Locale.FRENCH)
                        .danger())
                .isEqualTo(Danger.CERTAIN);
        assertThat(lexicon.read("Je me suis br\u00FBl\u00E9e \u00E0 la main", java.util.Locale.ENGLISH)
                        .danger())
                .isEqualTo(Danger.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[en certain\nword",
                "[en surely]\nword",
                "[en found]\nword",
                "[xx certain]\nword",
                "[en certain with nobody]\nword",
                "word",
                "[en certain]\nthe",
                "[en certain]\nof the ... a",
                "[zh certain]\n\u7684",
                "[en certain]\n...",
                "[en certain]\nword ...",
                "[en certain]\nword ... ... word",
                "[en certain]\nab*",
                "[en certain]\n*word*",
                "[zh certain]\n\u706B*",
                "[en certain]\n<nobody> word",
                "[en certain]\n<body word",
                "[en certain]\n?!",
                "[en certain]\nword\u0000",
                "[en certain]\na/b/c/d/e/f/g/h/i/j a/b/c/d/e/f/g/h/i/j a/b/c/d/e/f/g/h/i/j a/b/c/d/e/f/g/h/i/j a/b/c/d/e/f/g/h/i/j",
                "[en certain]\none two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen x"
            })
    void whatCannotBeReadIsRefusedWithTheLine(String text) {
        int line = (int) text.lines().count();
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> LexiconFile.read(
                        "wobble", text.startsWith("[en certain]") || text.startsWith("[zh") ? text : text + "\n"))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::field)
                        .containsAnyOf("line " + line, "line 1"));
    }

    @Test
    void tooMuchIsRefused() {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> LexiconFile.read("wobble", "[en certain]\n" + "word\n".repeat(100_000)))
                .satisfies(
                        refused -> assertThat(refused.problems().get(0).field()).isEqualTo("line 5001"));
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> LexiconFile.read("wobble", "[en certain]\n" + "word ".repeat(2_000)))
                .satisfies(
                        refused -> assertThat(refused.problems().get(0).field()).isEqualTo("line 2"));
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> LexiconFile.read("wobble", "# nothing\n\n"))
                .withMessageContaining("no phrase");
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> LexiconFile.read("../wobble", "[en certain]\nword"))
                .withMessageContaining("name");
    }
}
