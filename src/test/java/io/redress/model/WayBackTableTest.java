package io.redress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether goods come back and how, and whether the money waits for them. */
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
        "replacement, 49.99, 0, keep",
        "replacement, 50, 0, label",
        "replacement, 900, 20000, label",
        "replacement, 900, 20001, pick_up",
        "reduction, 2499, 2000, keep"
    })
    void dependsOnWhatWasPromisedAndOnValueAndWeight(String remedy, double value, int weightGrams, String way) {
        assertThat(ask(remedy, "defective", "delivered_unsigned", value, weightGrams, 0))
                .containsEntry("way", way)
                .containsEntry("payWhen", "now");
    }

    /** A replacement is asked back whatever was claimed, unless the goods are lost. */
    @ParameterizedTest
    @CsvSource({"defective", "wrong_item", "late", "service", "other", "billed_twice", "''"})
    void replacementOfWhatTheCustomerHasIsAskedBackWhateverWasClaimed(String claim) {
        assertThat(ask("replacement", claim, "none", 450, 24000, 0)).containsEntry("way", "pick_up");
        assertThat(ask("replacement", claim, "delivered_signed", 450, 900, 0)).containsEntry("way", "label");
    }

    @ParameterizedTest
    @CsvSource({"defective", "wrong_item", "late"})
    void whoBearsOurFaultIsPaidAtOnceAndSendsBackWhatIsWorthIt(String claim) {
        assertThat(ask("refund", claim, "none", 2499, 2000, 0))
                .containsEntry("way", "label")
                .containsEntry("payWhen", "now");
        assertThat(ask("refund", claim, "none", 2499, 30000, 1))
                .containsEntry("way", "pick_up")
                .containsEntry("payWhen", "now");
        assertThat(ask("refund", claim, "none", 9.99, 100, 5))
                .containsEntry("way", "keep")
                .containsEntry("payWhen", "now");
    }

    @Test
    void whoKeptGoodsTwiceIsPaidOnReceiptEvenForOurFault() {
        assertThat(ask("refund", "defective", "none", 2499, 2000, 2))
                .containsEntry("way", "label")
                .containsEntry("payWhen", "on_receipt");
        assertThat(ask("refund", "defective", "none", 2499, 30000, 3))
                .containsEntry("way", "pick_up")
                .containsEntry("payWhen", "on_receipt");
    }

    @ParameterizedTest
    @CsvSource({"other", "service", "billed_twice", "''"})
    void whereNothingIsKnownToBeWrongTheMoneyWaitsForTheGoods(String claim) {
        assertThat(ask("refund", claim, "none", 80, 900, 0))
                .containsEntry("way", "label")
                .containsEntry("payWhen", "on_receipt");
        assertThat(ask("refund", claim, "none", 80, 21000, 0))
                .containsEntry("way", "pick_up")
                .containsEntry("payWhen", "on_receipt");
        assertThat(ask("refund", claim, "none", 14.99, 100, 0))
                .containsEntry("way", "keep")
                .containsEntry("payWhen", "now");
    }

    @ParameterizedTest
    @CsvSource({
        "refund, not_received, lost",
        "refund, incomplete, delivered_unsigned",
        "replacement, not_received, none",
        "replacement, incomplete, none",
        "refund, other, lost",
        "replacement, late, lost",
        "refund, late, returned"
    })
    void whatIsNotAtTheCustomersHasNoWayBackAndNothingWaitsForIt(String remedy, String claim, String parcel) {
        assertThat(ask(remedy, claim, parcel, 900, 24000, 3))
                .containsEntry("way", "none")
                .containsEntry("payWhen", "now");
    }

    @Test
    void answersEverythingOnceAndNeverLetsMoneyWaitForGoodsThatStay() {
        for (String remedy : new String[] {"collection", "replacement", "refund", "reduction"}) {
            for (String claim : new String[] {
                "", "not_received", "billed_twice", "defective", "wrong_item", "incomplete", "late", "service", "other"
            }) {
                for (String parcel : new String[] {
                    "lost", "delivered_unsigned", "delivered_signed", "in_transit", "returned", "unknown", "none"
                }) {
                    for (double value : new double[] {14.99, 49.99, 50}) {
                        for (int weight : new int[] {20_000, 20_001}) {
                            for (int kept : new int[] {1, 2}) {
                                Map<String, Object> answer = ask(remedy, claim, parcel, value, weight, kept);
                                assertThat(!Set.of("label", "pick_up").contains(answer.get("way"))
                                                && answer.get("payWhen").equals("on_receipt"))
                                        .as("%s %s %s %s", remedy, claim, parcel, value)
                                        .isFalse();
                            }
                        }
                    }
                }
            }
        }
    }

    private static Map<String, Object> ask(
            String remedy, String claim, String parcel, double value, int weightGrams, int neverReturned) {
        return WAY_BACK.answer(Facts.of("remedy", remedy)
                .with("claim", claim)
                .with("parcel", parcel)
                .with("value", value)
                .with("weightGrams", weightGrams)
                .with("neverReturned", neverReturned));
    }
}
