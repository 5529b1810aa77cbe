package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped laws say, by country, claim and event. */
class LegalDeadlineTableTest {

    private static final DecisionTable LAWS = DecisionTable.of("legal-deadline");

    @AfterAll
    static void everyRowIsTested() {
        LAWS.hasHitEveryRow();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "GB, '', refund_agreed, Agreed refund: duty 14 days beginning_with false",
        "DE, '', refund_agreed, ''",
        "DE, other, withdrawal_told, Refund after withdrawal: duty 14 days after true",
        "NO, '', withdrawal_told, Refund after withdrawal: duty 14 days after true",
        "US, '', withdrawal_told, ''",
        "AT, defective, delivered, Legal guarantee: right 2 years after false",
        "AT, not_received, delivered, ''",
        "GB, defective, delivered, ''",
        "FR, '', data_requested, Answer to data request: duty 1 months after true",
        "GB, service, data_requested, Answer to data request: duty 1 months after true",
        "'', service, data_requested, ''",
        "DE, defective, complaint_received, ''"
    })
    void lawSays(String country, String claim, String event, String expected) {
        List<Map<String, Object>> rows =
                LAWS.answers(Facts.of("country", country).with("claim", claim).with("event", event));

        assertThat(rows.stream().map(LegalDeadlineTableTest::line).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    private static String line(Map<String, Object> row) {
        return "%s: %s %s %s %s %s"
                .formatted(
                        row.get("clock"),
                        row.get("nature"),
                        row.get("amount"),
                        row.get("unit"),
                        row.get("counting"),
                        row.get("rollsOver"));
    }
}
