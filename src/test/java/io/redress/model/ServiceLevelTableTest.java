package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much time each clock is given; the first row that fits counts. */
class ServiceLevelTableTest {

    private static final DecisionTable LEVELS = DecisionTable.of("service-level");

    @AfterAll
    static void everyRowIsTested() {
        LEVELS.hasHitEveryRow();
    }

    @ParameterizedTest
    @CsvSource({
        "first_answer, web, '', 50, '', PT8H team standard",
        "first_answer, phone, high, 90, '', PT8H team standard",
        "first_answer, web, '', 50, gold, PT4H team standard",
        "first_answer, social, '', 50, '', PT1H always urgent",
        "first_answer, social, normal, 70, gold, PT30M always urgent",
        "first_answer, social, critical, 50, '', PT10M always urgent",
        "next_answer, social, low, 10, '', PT1H always urgent",
        "next_answer, email, low, 10, '', PT8H team standard",
        "advice, web, '', 50, '', PT4H team standard",
        "resolution, web, critical, 95, '', PT8H team standard",
        "resolution, web, normal, 80, '', PT24H team standard",
        "resolution, web, normal, 79, '', PT40H team standard",
        "resolution, web, normal, 50, gold, PT24H team standard",
        "owner_action, web, critical, 95, '', PT4H team standard"
    })
    void firstRowCounts(String clock, String channel, String severity, int priority, String tier, String expected) {
        Map<String, Object> row = rows(channel, severity, priority, tier).stream()
                .filter(candidate -> candidate.get("clock").equals(clock))
                .findFirst()
                .orElseThrow();

        assertThat(row.get("budget") + " " + row.get("calendar") + " " + row.get("ladder"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "first_answer, certain, PT30M always danger",
        "first_answer, possible, PT1H always possibleDanger",
        "next_answer, certain, PT30M always danger",
        "next_answer, possible, PT1H always possibleDanger"
    })
    void peopleInDangerAreAnsweredAtAnyHourWhateverTheChannel(String clock, String danger, String expected) {
        for (String channel : List.of("web", "social", "phone")) {
            Map<String, Object> row = rows(channel, "critical", 100, "gold", danger).stream()
                    .filter(candidate -> candidate.get("clock").equals(clock))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("budget") + " " + row.get("calendar") + " " + row.get("ladder"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyClockOfOursIsGivenTimeWhateverIsKnown() {
        assertThat(rows("", "", 0, ""))
                .extracting(row -> row.get("clock"))
                .contains(
                        "acknowledgement",
                        "first_answer",
                        "next_answer",
                        "resolution",
                        "resolution_total",
                        "owner_action");
    }

    private static List<Map<String, Object>> rows(String channel, String severity, int priority, String tier) {
        return rows(channel, severity, priority, tier, "none");
    }

    private static List<Map<String, Object>> rows(
            String channel, String severity, int priority, String tier, String danger) {
        return LEVELS.answers(Facts.of("channel", channel)
                .with("severity", severity)
                .with("priority", priority)
                .with("tier", tier)
                .with("danger", danger)
                .with("team", "handlers"));
    }
}
