package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Goodwill on top: none when we kept our promises, and never less when we did worse. */
class CompensationTableTest {

    private static final DecisionTable COMPENSATION = DecisionTable.of("compensation");
    private static final double[] DELAYS = {-2, 0, 0.5, 3, 3.5, 7, 7.5, 60};

    @AfterAll
    static void everyRowIsTested() {
        COMPENSATION.hasHitEveryRow();
    }

    @Test
    void keptPromisesNeedNoGoodwill() {
        assertThat(percent("upheld", 0, 0)).isZero();
    }

    @Test
    void refusedComplaintsGetNone() {
        assertThat(percent("refused", 60, 3)).isZero();
    }

    @Test
    void goodwillNeverFallsAsWeDoWorse() {
        for (int failures = 0; failures <= 4; failures++) {
            for (int i = 0; i < DELAYS.length; i++) {
                int here = percent("upheld", DELAYS[i], failures);
                assertThat(percent("partly_upheld", DELAYS[i], failures)).isEqualTo(here);
                assertThat(percent("upheld", DELAYS[i], failures + 1)).isGreaterThanOrEqualTo(here);
                if (i > 0) {
                    assertThat(here).isGreaterThanOrEqualTo(percent("upheld", DELAYS[i - 1], failures));
                }
            }
        }
    }

    private static int percent(String outcome, double delayDays, int repeatedFailures) {
        Facts facts =
                Facts.of("outcome", outcome).with("delayDays", delayDays).with("repeatedFailures", repeatedFailures);
        return (Integer) COMPENSATION.answer(facts).get("percent");
    }
}
