package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Finding;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is owed, through the public doors: not more, not less, not twice, and never silently nothing. */
@SandboxTest
class OwedTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void whatCannotBeSentAgainIsPaidBackBesideAPartPayment() {
        SandboxOrder order = world.copyOf("R-1006");
        Filed filed = desk.file(about(order, "incomplete"));

        decide(
                filed,
                Map.of(
                        "verdict", "partly",
                        "remedyChoice", "refund_and_replacement",
                        "refundAmount", "10.00",
                        "reason", "The shade was missing."));

        assertThat(paid(filed)).isEqualByComparingTo("78.45");
    }

    @Test
    void whatCostNothingIsSentAgainWithoutMoney() {
        SandboxOrder gift = world.place("""
                {"order": {"customer": {"name": "Gia Own", "email": "gia.own@example.com", "locale": "en"},
                           "items": [{"sku": "MUG", "unitPrice": "0.00"}, {"sku": "TEA", "unitPrice": "20.00"}]},
                 "parcels": [{"state": "lost", "lines": [1]}, {"state": "signed_for", "lines": [2]}]}""");

        Filed filed = desk.file(about(gift, "not_received"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void whatWasGivenBackByHandIsNotGivenBackAgain() {
        SandboxOrder part = world.copyOf("R-1001");
        world.refundByHand(part.paymentReference(), "24.90");
        Filed rest = desk.file(about(part, "not_received"));
        SandboxOrder whole = world.copyOf("R-1001");
        world.refundByHand(whole.paymentReference(), "109.70");
        Filed nothing = desk.file(about(whole, "not_received"));

        desk.awaitStatus(rest.caseNumber(), "waiting_for_follow_up");
        desk.awaitTask(nothing.caseNumber(), "Verify complaint");

        assertThat(paid(rest)).isEqualByComparingTo("84.80");
        assertThat(world.shipments(nothing.caseNumber())).isEmpty();
        assertThat(paid(nothing)).isZero();
        assertThat(findings(nothing)).anyMatch(text -> text.contains("nothing is left") && text.contains("109.70"));
    }

    @Test
    void whatIsGivenBackByHandWhileAnApprovalIsAwaitedIsNotGivenBackAgain() {
        SandboxOrder part = world.copyOf("R-1007");
        Filed rest = desk.file(about(part, "not_received"));
        SandboxOrder whole = world.copyOf("R-1007");
        Filed nothing = desk.file(about(whole, "not_received"));
        EngineTask restApproval = desk.awaitTask(rest.caseNumber(), "Approve remedy");
        EngineTask nothingApproval = desk.awaitTask(nothing.caseNumber(), "Approve remedy");

        world.refundByHand(part.paymentReference(), "500.00");
        String total = whole.total();
        world.refundByHand(whole.paymentReference(), total);
        world.advance(Duration.ofMinutes(2));
        desk.complete(restApproval, "lead", Map.of("approval", "approve"));
        desk.complete(nothingApproval, "lead", Map.of("approval", "approve"));
        desk.awaitStatus(rest.caseNumber(), "waiting_for_follow_up");
        desk.awaitTask(nothing.caseNumber(), "Resolve by hand");

        assertThat(paid(rest)).isEqualByComparingTo(new BigDecimal(total).subtract(new BigDecimal("500.00")));
        assertThat(desk.tasksOf(rest.caseNumber())).isEmpty();
        assertThat(world.shipments(rest.caseNumber())).hasSize(1);
        assertThat(paid(nothing)).isZero();
        assertThat(world.shipments(nothing.caseNumber())).isEmpty();
    }

    @Test
    void whatAnotherCaseGaveBackWithoutAnArticleCounts() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed late = desk.file(about(order, "late"));
        decide(late, Map.of("verdict", "partly", "remedyChoice", "refund", "refundAmount", "10.00", "reason", "Late."));

        Filed lost = desk.file(about(order, "not_received"));
        desk.awaitStatus(lost.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(lost)).isEqualByComparingTo("99.70");
        assertThat(desk.tasksOf(lost.caseNumber())).isEmpty();
    }

    @Test
    void theDeliveryFeeIsGivenBackWithTheLastArticle() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed one = desk.file(about(order, "not_received").affecting("HEADPHONES-BT", 1));
        Filed other = desk.file(
                about(order, "not_received").affecting("CABLE-USBC-2M", 2).saying("The cables are missing as well."));

        desk.awaitStatus(one.caseNumber(), "waiting_for_follow_up");
        desk.awaitStatus(other.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(one).add(paid(other))).isEqualByComparingTo("109.70");
    }

    @Test
    void figuresThatDoNotAgreeAreAPersonsQuestion() {
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Dis Own", "email": "dis.own@example.com", "locale": "en"}, "total": "109.70",
                           "items": [{"sku": "SET", "unitPrice": "129.90"}, {"sku": "CORD", "unitPrice": "24.90"}]},
                 "parcels": [{"state": "lost", "lines": [1, 2]}]}""");

        Filed filed = desk.file(about(order, "not_received"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(paid(filed)).isZero();
        assertThat(findings(filed))
                .anyMatch(text -> text.contains("do not agree") && text.contains("154.80") && text.contains("109.70"));
    }

    @Test
    void ofThreeDecimalsNothingIsLeftForAPerson() {
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Kay Own", "email": "kay.own@example.com", "locale": "en"}, "currency": "KWD",
                           "items": [{"sku": "JAR", "unitPrice": "1.005"}, {"sku": "LID", "unitPrice": "1.005"}]},
                 "parcels": [{"state": "lost", "lines": [1]}, {"state": "signed_for", "lines": [2]}]}""");

        Filed filed = desk.file(about(order, "not_received"));
        desk.awaitCase(filed.caseNumber(), complaint -> complaint.status().startsWith("waiting_for"));

        if (desk.tasks(filed.caseNumber(), "Approve remedy").isEmpty()) {
            assertThat(paid(filed)).isEqualByComparingTo("1.010");
        }
        assertThat(desk.tasks(filed.caseNumber(), "Resolve by hand")).isEmpty();
    }

    @Test
    void wherePartWasGivenBackAPersonSaysHowMuchOfItWasForThis() {
        SandboxOrder order = world.copyOf("R-1001");
        world.refundByHand(order.paymentReference(), "24.90");
        Filed filed = desk.file(about(order, "not_received").affecting("CABLE-USBC-2M", 2));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        String asProposed = refused(task, Map.of("verdict", "confirmed", "remedyChoice", "refund"));
        String tooMuch =
                refused(task, Map.of("verdict", "confirmed", "remedyChoice", "refund", "refundAmount", "24.91"));
        desk.complete(
                task, "handler", Map.of("verdict", "confirmed", "remedyChoice", "refund", "refundAmount", "12.45"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(asProposed).contains("refundAmount", "EUR 0.00", "EUR 24.90");
        assertThat(tooMuch).contains("EUR 24.90");
        assertThat(paid(filed)).isEqualByComparingTo("12.45");
    }

    @Test
    void whatTurnsOutNotToBeOwedIsInNoTotalAndTheLetterSaysSo() {
        SandboxOrder order = world.copyOf("R-1005");
        Filed filed = desk.file(about(order, "not_received"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofMinutes(1));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        desk.claim(task, "handler");

        String withoutReason = refused(task, Map.of("resolution", "not_owed"));
        desk.complete(task, "handler", Map.of("resolution", "not_owed", "note", "Paid back in the shop in cash."));

        assertThat(withoutReason).contains("note");
        desk.awaitEntry(filed.caseNumber(), "note", "in cash");
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("failed");
    }

    private void decide(Filed filed, Map<String, String> verdict) {
        desk.complete(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "handler", verdict);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
    }

    private String refused(EngineTask task, Map<String, String> form) {
        var answer = desk.submit(task, "handler", form);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        return answer.getBody();
    }

    private BigDecimal paid(Filed filed) {
        return world.refunds(filed.caseNumber()).stream()
                .map(refund -> new BigDecimal(refund.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> findings(Filed filed) {
        return desk.read(filed.caseNumber()).findings().stream()
                .map(Finding::text)
                .toList();
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email())
                .named(order.customer().name())
                .speaking("en");
    }
}
