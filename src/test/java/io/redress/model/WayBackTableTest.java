package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How goods come back, or whether they are worth it. */
class WayBackTableTest {

    private static final DecisionTable WAY_BACK = DecisionTable.of("way-back");

    @AfterAll
    static void everyRowIsTested() {
        WAY_BACK.hasHitEveryRow();
    }

    @ParameterizedTest
    @CsvSource({
        "collection, 5, 0, pick_up",
        "collection, 900, 40000, pick_up",
        "replacement, 49.99, 0, none",
        "replacement, 50, 0, label",
        "replacement, 900, 20000, label",
        "replacement, 900, 20001, pick_up"
    })
    void dependsOnWhatWasPromisedAndOnValueAndWeight(String remedy, double value, int weightGrams, String way) {
        Facts facts = Facts.of("remedy", remedy).with("value", value).with("weightGrams", weightGrams);

        assertThat(WAY_BACK.answer(facts).get("way")).isEqualTo(way);
    }
}
