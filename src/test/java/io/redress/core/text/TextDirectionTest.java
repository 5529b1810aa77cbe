package io.redress.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EnumWords that somebody else wrote turn nothing around but themselves. */
class TextDirectionTest {

    @ParameterizedTest
    @CsvSource({
        // An override goes, closed or not.
        "abc\u202Edef, abcdef",
        "\u202Dabc\u202C def, abc def",
        // What is left open is closed, innermost first.
        "a\u202Bb, a\u202Bb\u202C",
        "a\u2067b\u202Ac, a\u2067b\u202Ac\u202C\u2069",
        "\u2068a, \u2068a\u2069",
        // What was never opened is not closed.
        "a\u2069b\u202Cc, abc",
        // An isolate's end closes what was opened within it.
        "\u2067a\u202Bb\u2069c, \u2067a\u202Bb\u202C\u2069c",
        // An embedding's end does not reach out of an isolate.
        "\u202Aa\u2067b\u202Cc\u2069d, \u202Aa\u2067bc\u2069d\u202C"
    })
    void noControlReachesBeyondTheWords(String typed, String shown) {
        assertThat(TextDirection.contained(typed)).isEqualTo(shown);
    }

    @Test
    void everyParagraphIsClosedInItself() {
        assertThat(TextDirection.contained("a\u2067b\nc\u202Ed\u2029e\u2068f"))
                .isEqualTo("a\u2067b\u2069\ncd\u2029e\u2068f\u2069");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lena Vogt", "שלום עולם", "مرحبا 123", "a \u202B\u05D0\u202C b", "\u200Eabc\u200F"})
    void whatHarmsNothingStaysAsItWasTyped(String typed) {
        assertThat(TextDirection.contained(typed)).isEqualTo(typed);
    }

    @Test
    void onlyWordsFromRightToLeftAreSetApart() {
        assertThat(TextDirection.isolated("Lena Vogt")).isEqualTo("Lena Vogt");
        assertThat(TextDirection.isolated("לנה")).isEqualTo("\u2068לנה\u2069");
        assertThat(TextDirection.isolated("\u202Eabc")).isEqualTo("abc");
        assertThat(TextDirection.isolated(null)).isNull();
    }

    @Test
    void whatStandsAfterwardsRunsAsItDidWhateverWasTyped() {
        Random random = new Random(20261128);
        String alphabet = "ab \u05D0\u06271\n\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder();
            random.ints(12, 0, alphabet.length()).forEach(index -> typed.append(alphabet.charAt(index)));
            String line = "\u2068" + TextDirection.contained(typed.toString()) + "\u2069 is ours";
            String last = line.substring(line.lastIndexOf('\n') + 1);
            Bidi bidi = new Bidi(last, Bidi.DIRECTION_LEFT_TO_RIGHT);

            assertThat(bidi.getLevelAt(last.length() - 1)).as(escaped(typed)).isZero();
        }
    }

    private static String escaped(CharSequence text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> escaped.append("\\u%04X".formatted(character)));
        return escaped.toString();
    }
}
