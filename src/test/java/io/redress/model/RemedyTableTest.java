package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed for which verdict, and that every case a handler can decide has exactly one answer. */
class RemedyTableTest {

    private static final DecisionTable REMEDY = DecisionTable.of("remedy");
    private static final List<String> CHOICES = List.of(
            "as_proposed", "refund", "replacement", "refund_and_replacement", "repair", "collection", "apology");
    private static final List<String> BASES = List.of("", "lost_parcel", "wrong_charges", "repeat_failure");

    @AfterAll
    static void everyRowIsTested() {
        REMEDY.hasHitEveryRow();
    }

    @ParameterizedTest
    @CsvSource({
        "not_received,lost_parcel,affected_items,true",
        "billed_twice,wrong_charges,wrong_charges,false",
        "defective,repeat_failure,none,true"
    })
    void conclusiveEvidenceDecides(String claim, String basis, String refund, boolean replacement) {
        assertThat(REMEDY.answer(facts("automatic", basis, claim, "as_proposed")))
                .containsEntry("outcome", "upheld")
                .containsEntry("refund", refund)
                .containsEntry("replacement", replacement)
                .containsEntry("byHand", "none");
    }

    @ParameterizedTest
    @CsvSource({"automatic,lost_parcel,as_proposed", "confirmed,'',as_proposed", "confirmed,'',refund_and_replacement"})
    void whatCostNothingIsSentAgainWithoutMoney(String verdict, String basis, String choice) {
        Facts free = facts(verdict, basis, "not_received", choice).with("moneyOwed", false);

        assertThat(REMEDY.answer(free)).containsEntry("refund", "none").containsEntry("replacement", true);
    }

    @Test
    void automaticVerdictWithoutBasisHasNoAnswer() {
        assertThat(REMEDY.answers(facts("automatic", "", "defective", "as_proposed")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "not_received,affected_items,true,none",
        "billed_twice,wrong_charges,false,none",
        "defective,none,false,repair",
        "wrong_item,none,true,collection",
        "incomplete,none,true,none",
        "late,none,false,none",
        "service,none,false,none",
        "other,none,false,none"
    })
    void handlerWhoAgreesGivesWhatIsProposed(String claim, String refund, boolean replacement, String byHand) {
        assertThat(REMEDY.answer(facts("confirmed", "", claim, "as_proposed")))
                .containsEntry("outcome", "upheld")
                .containsEntry("refund", refund)
                .containsEntry("replacement", replacement)
                .containsEntry("byHand", byHand)
                .containsEntry("apology", true);
    }

    @ParameterizedTest
    @CsvSource({
        "refund,affected_items,false,none",
        "replacement,none,true,none",
        "refund_and_replacement,affected_items,true,none",
        "repair,none,false,repair",
        "collection,none,false,collection",
        "apology,none,false,none"
    })
    void handlersChoiceIsTaken(String choice, String refund, boolean replacement, String byHand) {
        assertThat(REMEDY.answer(facts("confirmed", "", "defective", choice)))
                .containsEntry("refund", refund)
                .containsEntry("replacement", replacement)
                .containsEntry("byHand", byHand);
    }

    @Test
    void itemThatFailedAgainIsNeverRepairedAgainByProposal() {
        for (String verdict : List.of("confirmed", "partly")) {
            assertThat(REMEDY.answer(facts(verdict, "repeat_failure", "defective", "as_proposed")))
                    .containsEntry("replacement", true)
                    .containsEntry("byHand", "none");
        }
    }

    @Test
    void whoeverIsRightInPartIsRefundedTheAmountTheHandlerNames() {
        for (Facts facts : everyCaseOf("partly")) {
            Map<String, Object> answer = REMEDY.answer(facts);
            assertThat(answer).containsEntry("outcome", "partly_upheld");
            assertThat(answer.get("refund")).isIn("none", "amount");
        }
    }

    @Test
    void rejectedComplaintGetsNothingWhateverElseIsSaid() {
        for (Facts facts : everyCaseOf("rejected")) {
            assertThat(REMEDY.answer(facts))
                    .containsEntry("outcome", "refused")
                    .containsEntry("refund", "none")
                    .containsEntry("replacement", false)
                    .containsEntry("byHand", "none");
        }
    }

    @Test
    void everyConfirmedCaseHasOneAnswerAndAReason() {
        for (Facts facts : everyCaseOf("confirmed")) {
            assertThat(REMEDY.answer(facts.with("moneyOwed", false))).containsEntry("outcome", "upheld");
            assertThat(REMEDY.answer(facts)).containsEntry("outcome", "upheld");
            assertThat((String) REMEDY.answer(facts).get("reason")).matches("[a-z]+(_[a-z]+)*");
        }
    }

    private static List<Facts> everyCaseOf(String verdict) {
        List<String> claims = new ArrayList<>(List.of(
                "not_received", "billed_twice", "defective", "wrong_item", "incomplete", "late", "service", "other"));
        claims.add(null);
        List<Facts> cases = new ArrayList<>();
        for (String claim : claims) {
            for (String basis : BASES) {
                CHOICES.forEach(choice -> cases.add(facts(verdict, basis, claim, choice)));
            }
        }
        return cases;
    }

    private static Facts facts(String verdict, String basis, String claim, String choice) {
        return Facts.of("verdict", verdict)
                .with("basis", basis)
                .with("claim", claim)
                .with("remedyChoice", choice)
                .with("moneyOwed", true);
    }
}
