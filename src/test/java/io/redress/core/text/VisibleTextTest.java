package io.redress.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u0000\u0007",
                "\u0085",
                "\u200b",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "\u2800",
                "\ufe0f",
                "\udb40\udd00",
                "\u0301",
                "\u20dd",
                "\u202e\u202c",
                "\u2028\u3000\u00a0",
                "\ue000",
                "\ud800",
                "\uffff",
                "\u0378",
                "\ufffc",
                "\udb40\udc41",
            })
    void whatShowsNothingIsNoText(String text) {
        assertThat(VisibleText.of(text)).isEmpty();
        assertThat(VisibleText.of(" " + text + "\u200b" + text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a", "0", "?", "...", "👍", "好", "e\u0301", "\u200ba\u200b", "نعم", "❤\ufe0f"})
    void whatCanBeSeenIsKeptAsItIs(String text) {
        assertThat(VisibleText.of("  " + text + "\n")).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"ok", "No.", "不", "نعم", "Я не", "é́a"})
    void wordsSaySomething(String text) {
        assertThat(VisibleText.hasWords(" " + text + "!")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "…", "x", "?!", "12", "👍", "​"})
    void signsSayNothing(String text) {
        assertThat(VisibleText.hasWords(text)).isFalse();
    }
}
