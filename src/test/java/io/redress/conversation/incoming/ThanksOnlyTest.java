package io.redress.conversation.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what says thanks and nothing else is taken for thanks. */
class ThanksOnlyTest {

    private final ThanksOnly thanks = new ThanksOnly();

    ThanksOnlyTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks",
                "thank you very much!",
                "THANK YOU 🙏🙏",
                "Vielen Dank für die Hilfe.",
                "Danke sehr",
                "Merci beaucoup",
                "谢谢！",
                "非常感谢",
                "ありがとうございます",
                "Ｔｈａｎｋｓ",
                "\n\tThanks a lot,\nbest regards\n"
            })
    void thanks(String text) {
        assertThat(thanks.areAll(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, but it is still broken.",
                "Thanks for nothing",
                "Thank you. When does it come?",
                "Danke, aber es fehlt noch eines",
                "谢谢，但是还没有收到",
                "No thanks",
                "🙏",
                "!!!",
                "",
                "Thanksgiving was ruined"
            })
    void moreThanThanks(String text) {
        assertThat(thanks.areAll(text)).isFalse();
    }
}
