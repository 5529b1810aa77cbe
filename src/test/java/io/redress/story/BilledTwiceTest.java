package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Finding;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Payment;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The second founding example: every wrong charge is found and given back, and the surplus subscription is ended. */
@SandboxTest
class BilledTwiceTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void everyWrongChargeIsGivenBackOnceAndTheSecondSubscriptionEnds() {
        SandboxOrder order = world.copyOf("R-1002");

        Filed filed = desk.file(aboutDoubleBilling(order));
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.outcome()).isEqualTo("upheld");
        // Six charges were wrong; one of them had been refunded by hand.
        assertThat(world.refunds(filed.caseNumber()))
                .hasSize(5)
                .allMatch(refund -> refund.status().equals("succeeded"))
                .extracting(SandboxRefund::charge)
                .doesNotHaveDuplicates();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsOnly("settled");
        assertThat(desk.timeline(filed.caseNumber()))
                .extracting(TimelineItem::kind)
                .contains("subscription_ended");
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).isEmpty();
        desk.awaitMail(
                order.customer().email(),
                world.refunds(filed.caseNumber()).get(0).amount().replace('.', ','));
    }

    /** Somebody gave £5.00 of one wrong charge back by hand, and another one in full. */
    @Test
    void restOfEachWrongChargeIsGivenBackAndTheLetterListsThemAll() {
        SandboxOrder order = world.copyOf("R-1002");
        world.refundByHand(wrong(order, 0), "5.00");

        Filed filed = desk.file(aboutDoubleBilling(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber()))
                .extracting(SandboxRefund::amount)
                .containsExactlyInAnyOrder("9.99", "14.99", "14.99", "14.99", "14.99");
        assertThat(world.refundsOf(wrong(order, 0)))
                .extracting(SandboxRefund::amount)
                .containsExactlyInAnyOrder("5.00", "9.99");
        String letter = desk.awaitMail(order.customer().email(), "beendet").text();
        assertThat(letter.split("Abgebucht am", -1)).hasSize(7);
        assertThat(letter)
                .contains("davon hatten Sie 5,00")
                .contains("schon früher an Sie zurückgezahlt")
                .containsPattern("Jetzt zurückgezahlt, zusammen:? 69,95")
                .containsPattern("was Sie schon hatten:? 89,94");
    }

    @Test
    void wrongChargesThatWereAllGivenBackByHandAreGivenBackNoMore() {
        SandboxOrder order = world.copyOf("R-1002");
        List.of(0, 2, 3, 4, 5).forEach(index -> world.refundByHand(wrong(order, index), "14.99"));

        Filed filed = desk.file(aboutDoubleBilling(order));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(texts(desk.read(filed.caseNumber()).findings())).contains("It was given back before");
        assertThat(desk.submit(task, "handler", confirmed()).getStatusCode().is2xxSuccessful())
                .isFalse();
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    /** The shop lists one payment of 60.00; the provider knows two. */
    @ParameterizedTest
    @CsvSource({"confirmed, , 60.00", "partly, 25.00, 25.00"})
    void paymentThatTheShopDoesNotListIsAPersonsQuestionAndTheOneThatIsPaidBack(
            String verdict, String named, String refunded) {
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Cora Own", "email": "cora%d@example.com", "locale": "en"},
                           "items": [{"sku": "PAN", "unitPrice": "60.00"}]},
                 "payments": [{"amount": "60.00"}, {"amount": "60.00", "listed": false}]}""".formatted(System.nanoTime()));
        String surplus = wrong(order, 0);

        Filed filed = desk.file(aboutDoubleBilling(order));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(texts(desk.read(filed.caseNumber()).findings()))
                .contains(surplus)
                .contains("60.00")
                .doesNotContain("No payment was made twice");
        Map<String, String> form = new HashMap<>(confirmed());
        form.put("verdict", verdict);
        if (named != null) {
            form.put("refundAmount", named);
        }
        desk.complete(task, "handler", form);

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).singleElement().satisfies(refund -> {
            assertThat(refund.paymentReference()).isEqualTo(surplus);
            assertThat(refund.amount()).isEqualTo(refunded);
        });
    }

    @Test
    void twoWantedSubscriptionsOfEqualAmountGoToAPerson() {
        SandboxOrder order = world.copyOf("R-1009");

        Filed filed = desk.file(aboutDoubleBilling(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    private static Map<String, String> confirmed() {
        return Map.of(
                "verdict",
                "confirmed",
                "cause",
                "system",
                "remedyChoice",
                "as_proposed",
                "reason",
                "It was charged twice");
    }

    /** The reference of a payment that the shop does not list, oldest first. */
    private static String wrong(SandboxOrder order, int index) {
        return order.payments().stream()
                .filter(payment -> !payment.listed())
                .map(Payment::reference)
                .toList()
                .get(index);
    }

    private static String texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.joining("\n"));
    }

    private static ComplaintDraft aboutDoubleBilling(SandboxOrder order) {
        return aComplaint()
                .claiming("billed_twice")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .speaking("de")
                .saying("Seit einem halben Jahr wird jeden Monat doppelt abgebucht.");
    }
}
