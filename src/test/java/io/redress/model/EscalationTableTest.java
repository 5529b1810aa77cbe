package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladder of each clock: upwards, every rung with a name of its own, the last one with the most senior. */
class EscalationTableTest {

    private static final DecisionTable ESCALATION = DecisionTable.of("escalation");

    @AfterAll
    static void everyRowIsTested() {
        ESCALATION.hasHitEveryRow();
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledgement, standard",
        "first_answer, standard",
        "first_answer, urgent",
        "first_answer, danger",
        "first_answer, possibleDanger",
        "next_answer, standard",
        "next_answer, urgent",
        "advice, standard",
        "next_answer, danger",
        "next_answer, possibleDanger",
        "holding, standard",
        "resolution, standard",
        "resolution_total, standard",
        "owner_action, standard",
        "legal, standard",
        "dispute_evidence, standard"
    })
    void rungsClimbAndHaveNamesOfTheirOwn(String clock, String ladder) {
        List<Map<String, Object>> rungs = ladder(clock, ladder);

        assertThat(rungs).hasSizeGreaterThanOrEqualTo(2);
        assertThat(rungs).extracting(rung -> rung.get("rung")).doesNotHaveDuplicates();
        assertThat(rungs).extracting(rung -> (Integer) rung.get("percent")).isSorted();
    }

    @Test
    void overdueResolutionGoesAroundTheOwnerAndIsToldToTheManagerUntilItIsResolved() {
        assertThat(ladder("resolution", "standard"))
                .extracting(rung -> rung.get("percent") + " " + rung.get("action") + " " + rung.get("repeatEvery"))
                .containsExactly(
                        "50 remind 0", "80 remind 0", "100 raise_priority 0", "120 reassign 0", "150 tell_manager 50");
    }

    @Test
    void whatIsOwedToTheCustomerIsToldAgainAndAgain() {
        for (String clock : List.of("acknowledgement", "first_answer", "next_answer", "holding", "owner_action")) {
            List<Map<String, Object>> rungs = ladder(clock, "standard");
            assertThat((Integer) rungs.get(rungs.size() - 1).get("repeatEvery"))
                    .as(clock)
                    .isPositive();
        }
    }

    @Test
    void adviceThatNobodyGivesComesBackToWhoAsked() {
        assertThat(ladder("advice", "standard"))
                .extracting(rung -> rung.get("percent") + " " + rung.get("action") + " " + rung.get("audience"))
                .containsExactly("50 remind asked", "100 tell_lead leads", "200 hand_back owner");
    }

    @Test
    void dangerIsOnTopAtOnceAndClimbsToTheManagerAtAnyHour() {
        for (String clock : List.of("first_answer", "next_answer")) {
            List<Map<String, Object>> rungs = ladder(clock, "danger").stream()
                    .filter(rung -> Boolean.TRUE.equals(rung.get("anyHour")))
                    .toList();
            assertThat(rungs)
                    .extracting(rung -> rung.get("percent") + " " + rung.get("action") + " " + rung.get("repeatEvery"))
                    .containsExactly("0 raise_priority 0", "50 tell_lead 50", "200 tell_manager 100");
        }
    }

    @Test
    void disputeReachesTheManagerWhileEvidenceCanStillBeHandedIn() {
        assertThat(ladder("dispute_evidence", "standard"))
                .extracting(rung -> rung.get("percent") + " " + rung.get("action"))
                .containsExactly("50 remind", "75 raise_priority", "90 tell_manager");
    }

    @Test
    void unknownClockHasNoLadder() {
        assertThat(ladder("weather", "standard")).isEmpty();
    }

    private static List<Map<String, Object>> ladder(String clock, String ladder) {
        return ESCALATION.answers(Facts.of("clock", clock).with("ladder", ladder));
    }
}
