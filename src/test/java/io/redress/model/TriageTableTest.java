package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What triage says about the founding examples, their near misses, and every caution that stands above them. */
class TriageTableTest {

    private static final DecisionTable TRIAGE = DecisionTable.of("triage");

    @AfterAll
    static void everyRowIsTested() {
        TRIAGE.hasHitEveryRow();
    }

    @ParameterizedTest
    @CsvSource({"lost,parcelLost", "delivered_unsigned,deliveredUnsigned"})
    void lostParcelIsConclusive(String parcelState, String row) {
        Facts facts = claim("not_received").with("parcelState", parcelState);

        assertThat(TRIAGE.row(facts)).isEqualTo(row);
        assertThat(TRIAGE.answer(facts)).containsEntry("conclusive", true).containsEntry("basis", "lost_parcel");
    }

    @ParameterizedTest
    @CsvSource({
        "delivered_signed,deliveredSigned",
        "in_transit,stillMoving",
        "returned,cameBack",
        "unknown,parcelUnclear",
        "none,parcelUnclear"
    })
    void parcelThatIsNotSurelyLostGoesToAPerson(String parcelState, String row) {
        Facts facts = claim("not_received").with("parcelState", parcelState);

        assertThat(TRIAGE.row(facts)).isEqualTo(row);
        assertThat(TRIAGE.answer(facts)).containsEntry("conclusive", false).containsEntry("basis", "");
    }

    @Test
    void wrongChargesAreConclusiveAndWantedOnesAreNot() {
        assertThat(TRIAGE.row(claim("billed_twice").with("wrongCharges", 5))).isEqualTo("wrongCharges");
        assertThat(TRIAGE.row(claim("billed_twice").with("wrongCharges", 0))).isEqualTo("chargesFine");
    }

    @Test
    void secondFailureIsConclusiveAndFirstIsNot() {
        assertThat(TRIAGE.row(claim("defective").with("earlierFailures", 1))).isEqualTo("failsAgain");
        assertThat(TRIAGE.row(claim("defective").with("earlierFailures", 0))).isEqualTo("failsFirst");
    }

    @ParameterizedTest
    @CsvSource({
        "aboutStaff,true,aboutStaff",
        "disputed,true,disputed",
        "reopened,true,reopened",
        "imported,true,imported",
        "alreadyMadeGood,true,madeGoodBefore",
        "evidenceComplete,false,sourceSilent",
        "orderFound,false,orderUnknown",
        "identityConfirmed,false,contactUnknown",
        "ordinaryPurchase,false,otherPurchase"
    })
    void everyCautionStandsAboveEverythingThatPays(String fact, boolean value, String row) {
        for (Facts conclusive : conclusiveCases()) {
            Facts cautious = conclusive.with(fact, value);
            assertThat(TRIAGE.row(cautious)).isEqualTo(row);
            assertThat(TRIAGE.answer(cautious)).containsEntry("conclusive", false);
        }
    }

    @Test
    void importedCaseKeepsThePriorityAndTheTeamItWasBroughtWith() {
        Facts brought = claim("not_received")
                .with("parcelState", "lost")
                .with("imported", true)
                .with("priorityBefore", 85)
                .with("teamBefore", "leads");

        assertThat(TRIAGE.answer(brought)).containsEntry("priority", 85).containsEntry("team", "leads");
        assertThat(TRIAGE.answer(brought.with("danger", "certain"))).containsEntry("priority", 100);
    }

    @Test
    void thirdLostParcelWithinAYearGoesToAPerson() {
        Facts lost = claim("not_received").with("parcelState", "lost");

        assertThat(TRIAGE.row(lost.with("earlierNotReceived", 1))).isEqualTo("parcelLost");
        assertThat(TRIAGE.row(lost.with("earlierNotReceived", 2))).isEqualTo("oftenNotReceived");
    }

    @ParameterizedTest
    @CsvSource({"nothing_left,nothingLeft", "unclear,owedUnclear", "figures_disagree,figuresDisagree"})
    void whatIsNotOwedForCertainGoesToAPerson(String owed, String row) {
        for (Facts goods : List.of(
                claim("not_received").with("parcelState", "lost"),
                claim("defective").with("earlierFailures", 1))) {
            assertThat(TRIAGE.row(goods.with("owed", owed))).isEqualTo(row);
            assertThat(TRIAGE.answer(goods.with("owed", owed)))
                    .containsEntry("conclusive", false)
                    .containsEntry("basis", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing_left", "unclear", "figures_disagree"})
    void wrongChargesDoNotDependOnWhatGoodsAreOwed(String owed) {
        Facts charges = claim("billed_twice").with("wrongCharges", 5).with("owed", owed);

        assertThat(TRIAGE.row(charges)).isEqualTo("wrongCharges");
    }

    @Test
    void dangerGoesToALeadAtOnce() {
        assertThat(TRIAGE.answer(claim("service").with("danger", "certain")))
                .containsEntry("team", "leads")
                .containsEntry("severity", "critical")
                .containsEntry("priority", 100);
    }

    @Test
    void possibleDangerIsAPersonsQuestionFirst() {
        for (Facts conclusive : conclusiveCases()) {
            Facts cautious = conclusive.with("danger", "possible");
            assertThat(TRIAGE.row(cautious)).isEqualTo("possibleDanger");
            assertThat(TRIAGE.answer(cautious)).containsEntry("conclusive", false);
        }
    }

    @ParameterizedTest
    @CsvSource({"wrong_item,wrongContents", "incomplete,wrongContents", "late,late", "service,service", "other,unclear"
    })
    void whatOnlyPeopleCanJudgeGoesToAPerson(String claim, String row) {
        assertThat(TRIAGE.row(claim(claim))).isEqualTo(row);
        assertThat(TRIAGE.answer(claim(claim))).containsEntry("conclusive", false);
    }

    @Test
    void complaintWithoutClaimGoesToAPerson() {
        assertThat(TRIAGE.row(claim(null).with("parcelState", "lost"))).isEqualTo("unclear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "other"})
    void complaintAboutNoOrderNeedsNone(String claim) {
        Facts facts = claim(claim).with("orderFound", false).with("identityConfirmed", false);

        assertThat(TRIAGE.row(facts)).isNotIn("orderUnknown", "contactUnknown");
    }

    private static Facts[] conclusiveCases() {
        return new Facts[] {
            claim("not_received").with("parcelState", "lost"),
            claim("billed_twice").with("wrongCharges", 1),
            claim("defective").with("earlierFailures", 1)
        };
    }

    private static Facts claim(String claim) {
        return Facts.of("claim", claim)
                .with("parcelState", "none")
                .with("wrongCharges", 0)
                .with("earlierFailures", 0)
                .with("earlierNotReceived", 0)
                .with("identityConfirmed", true)
                .with("orderFound", true)
                .with("ordinaryPurchase", true)
                .with("disputed", false)
                .with("reopened", false)
                .with("imported", false)
                .with("priorityBefore", 50)
                .with("teamBefore", "handlers")
                .with("alreadyMadeGood", false)
                .with("owed", "certain")
                .with("evidenceComplete", true)
                .with("danger", "none")
                .with("aboutStaff", false)
                .with("country", "DE")
                .with("language", "de")
                .with("channel", "web")
                .with("salesChannel", "shop")
                .with("amount", 109.70);
    }
}
