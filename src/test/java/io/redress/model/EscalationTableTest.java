package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ladder of each clock: upwards, every rung with a name of its own, the last one with the most senior. */
class EscalationTableTest {

    private static final DecisionTable ESCALATION = DecisionTable.of("escalation");

    @AfterAll
    static void everyRowIsTested() {
        ESCALATION.hasHitEveryRow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "first_answer", "resolution", "dispute_evidence"})
    void rungsClimbAndHaveNamesOfTheirOwn(String clock) {
        List<Map<String, Object>> rungs = ESCALATION.answers(Facts.of("clock", clock));

        assertThat(rungs).hasSizeGreaterThanOrEqualTo(2);
        assertThat(rungs).extracting(rung -> rung.get("rung")).doesNotHaveDuplicates();
        assertThat(rungs).extracting(rung -> (Integer) rung.get("percent")).isSorted();
    }

    @Test
    void overdueResolutionEndsWithTheManagerAndGoesAroundTheOwner() {
        assertThat(ESCALATION.answers(Facts.of("clock", "resolution")))
                .extracting(rung -> rung.get("percent") + " " + rung.get("action"))
                .containsExactly("80 remind", "100 raise_priority", "120 reassign", "150 tell_manager");
    }

    @Test
    void disputeReachesTheManagerWhileEvidenceCanStillBeHandedIn() {
        assertThat(ESCALATION.answers(Facts.of("clock", "dispute_evidence")))
                .extracting(rung -> rung.get("percent") + " " + rung.get("action"))
                .containsExactly("50 remind", "75 raise_priority", "90 tell_manager");
    }

    @Test
    void unknownClockHasNoLadder() {
        assertThat(ESCALATION.answers(Facts.of("clock", "holding"))).isEmpty();
    }
}
