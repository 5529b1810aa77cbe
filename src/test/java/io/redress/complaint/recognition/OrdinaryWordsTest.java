package io.redress.complaint.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polite and ordinary words that sound like those that call a lead, beside words that do call one. */
class OrdinaryWordsTest {

    private final Lexicon lexicon = ShippedLexicon.lexicon();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The carrier reports that the parcel was lost.",
                "The tracking page reported it as delivered.",
                "Please investigate this.",
                "An investigation was opened by the carrier.",
                "I would appreciate your assistance.",
                "Thank you for your assistance with my order.",
                "I followed your operating instructions.",
                "Is it still in operation?",
                "The engine of your mower does not start.",
                "The author of the book is printed wrongly.",
                "There is a crack in the mirror.",
                "It was left in the sun.",
                "I was at home at the times that you named.",
                "I asked for express delivery.",
                "Thank you for your consultation.",
                "Your representation of the lamp on the website shows it in blue.",
                "Please send it in your usual manner.",
                "I pressed the button and nothing happened.",
                "The publisher sent me another edition.",
                "The solicited offer never came.",
                "Der Spiegel hat einen Sprung.",
                "Bitte melden Sie sich bei mir.",
                "Die Saftpresse ist kaputt.",
                "Der Monitor bleibt schwarz.",
                "Ihre Anleitung ist unverständlich.",
                "镜子碎了。",
                "请尽快处理。",
            })
    void ordinaryWordsCallNobody(String text) {
        assertThat(lexicon.read(text, null).topics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRESS, A reporter will call you.",
        "PRESS, I am going to the press.",
        "PRESS, I have told The Sun about it.",
        "PRESS, Investigative journalists will love this.",
        "STAFF, Your assistant was rude to me.",
        "STAFF, Your operator hung up on me.",
        "STAFF, Your engineers laughed at me.",
        "LAWYER, My solicitors will write to you.",
        "AUTHORITY, I have written to the ombudsman.",
        "AUTHORITY, The authorities know of it.",
        "ABUSE, You are all idiots.",
        "PRESS, Ich wende mich an die Presse.",
        "PRESS, 我会找记者曝光你们。",
    })
    void wordsThatCallALeadDo(Topic topic, String text) {
        assertThat(lexicon.read(text, null).topics()).contains(topic);
    }
}
