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
        "GB, consumer, '', refund_agreed, Agreed refund: duty 14 days beginning_with false",
        "GB, business, '', refund_agreed, ''",
        "DE, consumer, '', refund_agreed, ''",
        "DE, consumer, other, withdrawal_told, Refund after withdrawal: duty 14 days after true",
        "DE, business, other, withdrawal_told, ''",
        "NO, consumer, '', withdrawal_told, Refund after withdrawal: duty 14 days after true",
        "US, consumer, '', withdrawal_told, ''",
        "AT, consumer, defective, delivered, Legal guarantee: right 2 years after false",
        "AT, business, defective, delivered, ''",
        "ES, business, defective, delivered, ''",
        "ES, consumer, wrong_item, delivered, Legal guarantee: right 3 years after false",
        "PT, consumer, incomplete, delivered, Legal guarantee: right 3 years after false",
        "SE, consumer, defective, delivered, Legal guarantee: right 2 years after false",
        "NO, consumer, defective, delivered, Legal guarantee: right 2 years after false",
        "AT, consumer, not_received, delivered, ''",
        "GB, consumer, defective, delivered, ''",
        "FR, consumer, '', data_requested, Answer to data request: duty 1 months after true",
        "FR, business, '', data_requested, Answer to data request: duty 1 months after true",
        "GB, consumer, service, data_requested, Answer to data request: duty 1 months after true",
        "'', consumer, service, data_requested, ''",
        "DE, consumer, defective, complaint_received, ''",
        "DE, consumer, defective, person_endangered, Notice of an accident to the authority: duty 3 days after false",
        "GB, business, '', person_endangered, Notice of an accident to the authority: duty 3 days after false",
        "US, consumer, '', person_endangered, Notice of an accident to the authority: duty 3 days after false",
        "'', consumer, '', person_endangered, Notice of an accident to the authority: duty 3 days after false"
    })
    void lawSays(String country, String customer, String claim, String event, String expected) {
        List<Map<String, Object>> rows = LAWS.answers(Facts.of("country", country)
                .with("customer", customer)
                .with("claim", claim)
                .with("event", event));

        assertThat(rows.stream().map(LegalDeadlineTableTest::line).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, legal.guaranteeUntil",
        "ES, legal.guaranteeUntil",
        "IS, legal.guarantee",
        "LI, legal.guarantee",
        "NO, legal.guarantee"
    })
    void lettersNameADayOnlyWhereTheLawWasRead(String country, String part) {
        assertThat(LAWS.answers(Facts.of("country", country)
                        .with("customer", "consumer")
                        .with("claim", "defective")
                        .with("event", "delivered")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("letterParts", part));
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
