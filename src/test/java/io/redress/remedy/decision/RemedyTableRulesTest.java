package io.redress.remedy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.table.TableRules.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The remedy table is refused by row and reason. */
class RemedyTableRulesTest {

    private static final Map<String, String> CONFIRMED = Map.of("verdict", "\"confirmed\"");

    private final RemedyTableRules rules = new RemedyTableRules(new ReasonTexts() {
        @Override
        public Optional<String> missing(TableReason reason) {
            return reason.written().equals("known")
                    ? Optional.empty()
                    : Optional.of("no words for " + reason.written());
        }

        @Override
        public String inEnglish(TableReason reason) {
            return reason.written();
        }
    });

    @Test
    void takesRowsWhoseReasonsAreKnown() {
        assertThat(sentences(List.of(row(1, "\"known\""), row(2, "\"known\"")))).isEmpty();
    }

    @Test
    void namesEachRowWhoseReasonIsNot() {
        assertThat(sentences(List.of(row(1, "\"known\""), row(2, "\"mooon\""), row(3, "\"We are right.\""))))
                .containsExactly(
                        "2 remedy-reason [no words for mooon]", "3 remedy-reason [no words for We are right.]");
    }

    @Test
    void namesARowThatHasNoText() {
        assertThat(sentences(List.of(
                        row(1, ""),
                        row(2, "claim"),
                        row(3, "\"\""),
                        new Row(4, "", CONFIRMED, Map.of("outcome", "\"upheld\"")))))
                .containsExactly(
                        "1 remedy-reason-written []",
                        "2 remedy-reason-written [claim]",
                        "3 remedy-reason-written [\"\"]",
                        "4 remedy-reason-written [missing]");
    }

    private List<String> sentences(List<Row> rows) {
        return rules.problems(rows).stream()
                .map(found -> found.row().orElseThrow().number() + " " + found.rule() + " " + found.details())
                .toList();
    }

    private static Row row(int number, String reason) {
        return new Row(
                number,
                "of a test",
                CONFIRMED,
                Map.of("outcome", "\"upheld\"", "refund", "\"affected_items\"", "reason", reason));
    }
}
