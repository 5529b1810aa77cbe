package io.redress.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.table.TrialTable.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table on trial answers by the facts that it is given, and says which it misses. */
class TrialTableTest {

    private static final Map<String, Object> LATE = Map.of("outcome", "upheld", "delayDays", 2, "repeatedFailures", 0);

    @Test
    void answersByTheFactsAlone() throws IOException {
        Answer answer = table(compensation()).ask(LATE);

        assertThat(answer.failure()).isNull();
        assertThat(answer.lacking()).isEmpty();
        assertThat(answer.rows()).singleElement().satisfies(row -> assertThat(row.outputs())
                .containsEntry("percent", 5)
                .containsEntry("goodwill", "code"));
    }

    @Test
    void namesTheFactThatANewColumnMisses() throws IOException {
        String asked = compensation().replace(">delayDays<", ">daysOfFrost<");

        Answer answer = table(asked).ask(LATE);

        assertThat(answer.lacking()).containsExactly("daysOfFrost");
    }

    @Test
    void namesTheFactThatACellMisses() throws IOException {
        String asked = compensation().replaceFirst("<text>5</text>", "<text>if tier = \"gold\" then 10 else 5</text>");

        assertThat(table(asked).ask(LATE).lacking()).containsExactly("tier");
    }

    @Test
    void anEmptyFactIsGiven() throws IOException {
        Map<String, Object> facts = new HashMap<>(LATE);
        facts.put("outcome", null);

        Answer answer = table(compensation()).ask(facts);

        assertThat(answer.lacking()).isEmpty();
        assertThat(answer.rows()).isEmpty();
    }

    @Test
    void saysThatMoreRowsFitThanMay() throws IOException {
        String both = compensation().replaceFirst("]0\\.\\.3]", "]0..9]");

        Answer answer = table(both).ask(Map.of("outcome", "upheld", "delayDays", 5, "repeatedFailures", 0));

        assertThat(answer.failure()).contains("hit policy");
    }

    private static TrialTable table(String dmn) {
        return TrialTable.of(dmn.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .get(0);
    }

    private static String compensation() throws IOException {
        return Files.readString(Path.of("processes/compensation.dmn"));
    }
}
