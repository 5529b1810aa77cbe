package io.redress.conversation.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.remedy.decision.TableReason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which reasons of the remedy table a customer can be told in every language, and how the others are refused. */
class KnownReasonsTest {

    private static final String OWN = "en: The sea was rough. | de: Die See war rau. | zh: 风浪很大。 | zh-Hant: 風浪很大。";

    private final KnownReasons reasons =
            new KnownReasons(new Texts(), new MailLanguages(new PathMatchingResourcePatternResolver()));

    @ParameterizedTest
    @ValueSource(strings = {"lost_parcel", "wrong_charges", "repeat_failure", "apology", "not_confirmed", OWN})
    void takesWhatEveryLanguageHas(String reason) {
        assertThat(reasons.missing(new TableReason(reason))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "lost_parcels#there are no words for the reason \"lost_parcels\"",
                "x#there are no words for the reason \"x\"",
                "Lost parcel#is a sentence in one language",
                "You are right, so we refund it.#is a sentence in one language",
                "Sie haben recht.#is a sentence in one language",
                "Note: we pay.#is a sentence in one language",
                "en: The sea was rough.#has no words in",
                "en: Rough. | de: Rau. | zh: 风浪很大。#has no words in zh-Hant",
                "de: Rau. | zh: 风浪很大。 | zh-Hant: 風浪很大。#has no words in en",
                "en: Rough. | de: | zh: 风浪很大。 | zh-Hant: 風浪很大。#is a sentence in one language",
                "en: R. | de: R. | zh: 风。 | zh-Hant: 風。 | fr: R.#has words in fr, which we do not write"
            })
    void namesWhatIsMissingAndHowToMendIt(String reason, String why) {
        assertThat(reasons.missing(new TableReason(reason))).hasValueSatisfying(finding -> assertThat(finding)
                .contains(why, "apology, ", "lost_parcel, ", "\"en: … | de: … | zh: … | zh-Hant: …\""));
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, Die See war rau.",
        "zh-CN, 风浪很大。",
        "zh-TW, 風浪很大。",
        "en-GB, The sea was rough.",
        "fr, The sea was rough."
    })
    void saysTheAuthorsWordsInTheReadersLanguage(String reader, String words) {
        assertThat(reasons.in(Locale.forLanguageTag(reader), new TableReason(OWN)))
                .hasValue(words);
    }

    @Test
    void staffReadEnglish() {
        assertThat(reasons.inEnglish(new TableReason("lost_parcel"))).startsWith("Your parcel did not reach you.");
        assertThat(reasons.inEnglish(new TableReason(OWN))).isEqualTo("The sea was rough.");
        assertThat(reasons.inEnglish(new TableReason("A sentence of old."))).isEqualTo("A sentence of old.");
    }

    @Test
    void aSentenceOfOldIsInNoLanguage() {
        assertThat(reasons.in(Locale.GERMAN, new TableReason("A sentence of old.")))
                .isEmpty();
    }
}
