package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.refund.Refunds;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.stripe.StripeDesk;
import io.redress.sandbox.stripe.Webhooks;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the payment provider tells us unasked: at once where it counts, and harmless however it arrives. */
@SandboxTest
class PaymentNewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SandboxDriver world;
    private Desk desk;
    private StripeDesk stripe;
    private Webhooks events;
    private Refunds refunds;
    private TransactionTemplate lostStep;
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world, Refunds refunds, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.refunds = refunds;
        this.lostStep = new TransactionTemplate(transactions);
        this.world = world;
        this.desk = new Desk(world);
        this.stripe = world.providers().stripeDesk();
        this.events = world.providers().stripeWebhooks();
    }

    @AfterEach
    void behave() {
        events.travel(Manner.ONCE);
        world.behave();
    }

    @Test
    void pendingRefundGoesOnTheMomentTheProviderSaysThatItArrived() {
        Filed filed = fileWithWaitingRefund();

        stripe.endRefund(refund(filed));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(statuses(filed)).containsExactly("settled");
    }

    @Test
    void refundThatComesBackLongAfterItWasWatchedGoesToAPerson() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofDays(6));
        await("end of the watch").atMost(PATIENCE).until(() -> desk.instances(filed.caseNumber(), "refundWatch")
                .isEmpty());

        stripe.failRefund(refund(filed), "lost_or_stolen_card");

        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(statuses(filed)).containsExactly("failed");
        assertThat(desk.remedies(filed.caseNumber(), "refund").get(0).failure())
                .contains("reported lost or stolen")
                .contains("[lost_or_stolen_card]");
    }

    /** As when a node is killed, or two checks meet, between the note and the task. */
    @Test
    void refundWhoseReturnWasSeenByAStepThatWasLostStillGoesToAPerson() {
        events.travel(Manner.LOST);
        Filed filed = desk.file(aboutMissing(world.copyOf("R-1001")));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        stripe.failRefund(refund(filed), "declined");

        lostStep.executeWithoutResult(step -> {
            assertThat(refunds.oneNeedsPerson(new CaseNumber(filed.caseNumber())))
                    .isTrue();
            step.setRollbackOnly();
        });
        world.advance(Duration.ofMinutes(1));

        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(entries(filed, "remedy_failed")).hasSize(1);
    }

    @Test
    void eventsThatComeTwiceAndInTheWrongOrderDoNoHarm() {
        events.travel(Manner.HELD);
        Filed filed = fileWithWaitingRefund();
        stripe.endRefund(refund(filed));
        stripe.failRefund(refund(filed), "declined");
        List<ObjectNode> backwards = new ArrayList<>(events.held());
        Collections.reverse(backwards);

        assertThat(backwards).hasSizeGreaterThanOrEqualTo(4);
        for (ObjectNode event : backwards) {
            assertThat(events.deliver(event)).isEqualTo(200);
            assertThat(events.deliver(event)).isEqualTo(200);
        }

        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(desk.tasks(filed.caseNumber(), "Resolve by hand")).hasSize(1);
        assertThat(statuses(filed)).containsExactly("failed");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(entries(filed, "remedy_failed")).hasSize(1);
    }

    @Test
    void onlyWhatTheProviderSignedIsBelievedAndWhatCannotBeTakenNowComesAgain() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        events.travel(Manner.HELD);
        stripe.refundByHand(order.paymentReference(), world.clock().instant());
        ObjectNode event = events.held().get(0);
        String body = event.toString();
        long now = world.clock().instant().getEpochSecond();

        assertThat(events.post(body, null)).isEqualTo(400);
        assertThat(events.post(body, Webhooks.signature(body, "whsec_somebody_else", now)))
                .isEqualTo(400);
        assertThat(events.post(body + " ", Webhooks.signature(body, Sandbox.STRIPE_WEBHOOK_SECRET, now)))
                .isEqualTo(400);
        assertThat(events.post(body, Webhooks.signature(body, Sandbox.STRIPE_WEBHOOK_SECRET, now - 360)))
                .isEqualTo(400);
        assertThat(events.deliver(event.deepCopy().put("livemode", true))).isEqualTo(400);
        world.fault("stripe", "error-before", 1);
        assertThat(events.deliver(event)).isEqualTo(503);
        assertThat(entries(filed, "refund_by_hand")).isEmpty();

        assertThat(events.post(body, Webhooks.signature(body, "whsec_the_one_before", now)))
                .isEqualTo(200);
        assertThat(events.deliver(event)).isEqualTo(200);

        assertThat(entries(filed, "refund_by_hand")).hasSize(1);
        // Such as after an update that words it better.
        jdbc.sql("update redress.timeline_entry set text = 'Refunded by hand'"
                        + " where case_number = :case and kind = 'refund_by_hand'")
                .param("case", filed.caseNumber())
                .update();
        assertThat(events.deliver(event.deepCopy().put("id", "evt_again"))).isEqualTo(200);
        assertThat(entries(filed, "refund_by_hand")).hasSize(1);
        assertThat(events.deliver(event.deepCopy().put("id", "evt_other").put("type", "plan.created")))
                .isEqualTo(200);
        assertThat(events.post("x".repeat(600_000), "t=1,v1=00")).isEqualTo(413);
    }

    private Filed fileWithWaitingRefund() {
        SandboxOrder order = world.copyOf("R-1001");
        stripe.letRefundsWait(order.paymentReference());
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStep(filed.caseNumber(), "refund", "event_askProviderAgain");
        return filed;
    }

    private String refund(Filed filed) {
        return world.refunds(filed.caseNumber()).get(0).id();
    }

    private List<String> statuses(Filed filed) {
        return desk.remedies(filed.caseNumber(), "refund").stream()
                .map(Remedy::status)
                .toList();
    }

    private List<TimelineItem> entries(Filed filed, String kind) {
        return desk.timeline(filed.caseNumber()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
