package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Promise;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Payment;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.Dispute.State;
import io.redress.outside.payment.PaymentNews;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.stripe.StripeDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment that the customer's bank takes back is not refunded; it is a person's, by the bank's date. */
@SandboxTest
class DisputeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SandboxDriver world;
    private Desk desk;
    private StripeDesk stripe;
    private PaymentNews news;
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world, PaymentNews news, JdbcClient jdbc) {
        this.news = news;
        this.jdbc = jdbc;
        this.world = world;
        this.desk = new Desk(world);
        this.stripe = world.providers().stripeDesk();
    }

    @AfterEach
    void release() {
        desk.turnStopSwitch(false);
    }

    @Test
    void disputeStopsAHeldRefundAndIsAnsweredByTheBanksDateOrClimbsTheLadder() {
        desk.turnStopSwitch(true);
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStep(filed.caseNumber(), "refund", "gateway_awaitRelease");

        String dispute = stripe.dispute(order.paymentReference());
        Instant evidenceDue = world.clock().instant().plus(Duration.ofDays(14));
        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Answer dispute");
        desk.turnStopSwitch(false);

        assertThat(task.due()).isBetween(evidenceDue.minusSeconds(120), evidenceDue.plusSeconds(1));
        assertThat(evidenceClock(filed).dueAt().truncatedTo(ChronoUnit.MINUTES))
                .isEqualTo(task.due().truncatedTo(ChronoUnit.MINUTES));
        assertThat(failures(filed)).containsOnlyOnce(dispute).contains("Evidence is due by");
        world.advance(Duration.ofDays(11));
        desk.awaitEntry(filed.caseNumber(), "rung_climbed", "dispute_evidence is at 75 %");

        stripe.closeDispute(dispute, "lost");
        desk.awaitEntry(filed.caseNumber(), "dispute_lost", "must not be refunded");
        await("nothing to answer any more")
                .atMost(PATIENCE)
                .until(() -> desk.tasks(filed.caseNumber(), "Answer dispute").isEmpty());
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Resolve by hand"), "handler", Map.of("resolution", "try_again"));
        await("the second attempt").atMost(PATIENCE).until(() -> statuses(filed), List.of("failed", "failed")::equals);

        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
    }

    /** The provider did not say so yet when it was asked: what it tells us meanwhile counts at the moment of sending. */
    @Test
    void disputeThatOpensBetweenTheQuestionAndTheSendingStopsTheRefund() {
        desk.turnStopSwitch(true);
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStep(filed.caseNumber(), "refund", "gateway_awaitRelease");
        String payment = order.paymentReference();

        Instant now = world.clock().instant();
        news.disputesSeen(
                null,
                List.of(new Dispute(
                        "dp_" + payment, payment, null, Money.parse("EUR 1.00"), "fraudulent", State.OPEN, null, now)),
                now);
        desk.turnStopSwitch(false);

        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(world.refundsOf(payment)).isEmpty();
        desk.awaitTask(filed.caseNumber(), "Answer dispute");
    }

    @Test
    void disputeThatIsWonLetsTheRefundGoOut() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String dispute = stripe.dispute(order.paymentReference());
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Answer dispute"),
                "handler",
                Map.of("disputeAnswer", "evidence_handed_in", "note", "The signature, as a picture"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "refund"));
        EngineTask stopped = desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(evidenceClock(filed).metAt()).isNotNull();

        stripe.closeDispute(dispute, "won");
        desk.awaitEntry(filed.caseNumber(), "dispute_won", "may be refunded");
        desk.complete(stopped, "handler", Map.of("resolution", "try_again"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(desk.instances(filed.caseNumber(), "dispute")).isEmpty();
    }

    /** The bank decides about one of the wrong charges: the others are clear, and it is asked about where it stays with us. */
    @Test
    void disputedChargeOfSeveralWaitsAlone() {
        SandboxOrder order = world.copyOf("R-1002");
        String disputed = wrong(order, 3);
        String dispute = stripe.dispute(disputed);
        stripe.dispute(wrong(order, 4), "warning_needs_response");

        Filed filed = desk.file(aboutDoubleBilling(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(4);
        assertThat(world.refundsOf(disputed)).isEmpty();
        assertThat(desk.timeline(filed.caseNumber()))
                .extracting(TimelineItem::kind)
                .contains("subscription_ended");
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).isEmpty();
        assertThat(desk.tasks(filed.caseNumber(), "Resolve by hand")).isEmpty();
        assertThat(desk.tasks(filed.caseNumber(), "Answer dispute")).hasSize(2);
        desk.awaitMail(order.customer().email(), "Your bank is looking into this");

        stripe.closeDispute(dispute, "won");
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        desk.complete(task, "handler", Map.of("resolution", "try_again"));
        await("the charge that the bank left with us")
                .atMost(PATIENCE)
                .until(() -> world.refundsOf(disputed).size() == 1);
        desk.awaitMail(order.customer().email(), "has left the money with us");
        assertThat(world.refunds(filed.caseNumber())).hasSize(5);
    }

    /** Disputes of the only charge that is left, as the case meets them, and what a person is told of them. */
    @ParameterizedTest
    @CsvSource({
        "needs_response, has not decided yet, 0",
        "lost, was lost, 0",
        "won, , 1",
        "warning_under_review, , 1",
        "warning_closed, , 1",
    })
    void disputeOfTheOnlyWrongChargeStopsMoneyWhereTheBankHasIt(String status, String words, int refunds) {
        SandboxOrder order =
                world.place("""
                {"order": {"customer": {"name": "Dora Own", "email": "dora%d@example.com", "locale": "en"}, "placedOn": "%s",
                           "items": [{"sku": "MUSIC", "unitPrice": "9.99", "recurring": true}]},
                 "payments": [{"amount": "9.99"}, {"amount": "9.99", "listed": false}]}""".formatted(System.nanoTime(), desk.now().minus(Duration.ofDays(10))));
        stripe.dispute(wrong(order, 0), status);

        Filed filed = desk.file(aboutDoubleBilling(order));

        if (refunds == 0) {
            desk.awaitTask(filed.caseNumber(), "Verify complaint");
            assertThat(desk.read(filed.caseNumber()).findings().toString()).contains(words);
        } else {
            desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        }
        assertThat(world.refunds(filed.caseNumber())).hasSize(refunds);
    }

    /** The bank takes its time; all rungs are climbed, and what is left is to wait. */
    @Test
    void inquiryThatOutlivesItsCaseIsWaitedForInPeace() {
        SandboxOrder order = world.copyOf("R-1002");
        String inquiry = stripe.dispute(wrong(order, 3), "warning_needs_response")
                .path("id")
                .asText();
        Filed filed = desk.file(aboutDoubleBilling(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofDays(6));
        desk.awaitStep(filed.caseNumber(), "followUp", "gateway_awaitAnswer");
        desk.awaitMail(order.customer().email(), "Is your complaint settled?");
        world.advance(Duration.ofDays(30));
        desk.awaitStatus(filed.caseNumber(), "closed");
        desk.awaitEntry(filed.caseNumber(), "rung_climbed", "dispute_evidence is at 90 %");

        Filed witness = desk.file(aboutMissing(world.copyOf("R-1001")));
        desk.awaitStatus(witness.caseNumber(), "waiting_for_follow_up");
        assertThat(climbs(filed)).isLessThan(10);

        assertThat(desk.tasks(filed.caseNumber(), "Answer dispute")).hasSize(1);
        stripe.closeDispute(inquiry, "warning_closed");
        await("nothing to answer any more")
                .atMost(PATIENCE)
                .until(() -> desk.tasks(filed.caseNumber(), "Answer dispute").isEmpty());
        assertThat(desk.instances(filed.caseNumber(), "dispute")).isEmpty();
    }

    @Test
    void inquiryThatBecomesADisputeIsOneTaskToAnswer() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String payment = order.paymentReference();

        stripe.dispute(payment, "warning_needs_response");
        desk.awaitEntry(filed.caseNumber(), "dispute_opened", "has taken nothing");
        stripe.dispute(payment, "needs_response");
        desk.awaitEntry(filed.caseNumber(), "dispute_opened", "has opened a dispute");

        desk.awaitTask(filed.caseNumber(), "Answer dispute");
        assertThat(desk.instances(filed.caseNumber(), "dispute")).hasSize(1);
    }

    /** How often the ladder was looked at. */
    private int climbs(Filed filed) {
        return jdbc.sql("""
                        select count(*) from act_hi_actinst join act_hi_procinst process using (proc_inst_id_)
                         where process.business_key_ = :case and act_id_ = 'serviceTask_climbLadder'""")
                .param("case", filed.caseNumber())
                .query(Integer.class)
                .single();
    }

    private static String wrong(SandboxOrder order, int index) {
        return order.payments().stream()
                .filter(payment -> !payment.listed())
                .map(Payment::reference)
                .toList()
                .get(index);
    }

    private static ComplaintDraft aboutDoubleBilling(SandboxOrder order) {
        return aComplaint()
                .claiming("billed_twice")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .speaking("en");
    }

    private Promise evidenceClock(Filed filed) {
        return desk.read(filed.caseNumber()).promises().stream()
                .filter(clock -> clock.kind().equals("dispute_evidence"))
                .findFirst()
                .orElseThrow();
    }

    private String failures(Filed filed) {
        return desk.remedies(filed.caseNumber(), "refund").get(0).failure();
    }

    private List<String> statuses(Filed filed) {
        return desk.remedies(filed.caseNumber(), "refund").stream()
                .map(Remedy::status)
                .toList();
    }

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
