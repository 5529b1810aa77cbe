package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in the way of a remedy: a bank that sends money back, an empty shelf, a provider that is down. */
@SandboxTest
class ObstaclesTest {

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
    void refundThatTheProviderDeclinesIsPaidBackAnotherWay() {
        SandboxOrder order = world.copyOf("R-1005");
        String address = order.customer().email();
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofMinutes(1));

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("failed");
        desk.complete(task, "handler", Map.of("resolution", "done_otherwise", "proof", "Bank transfer 4711"));

        await().atMost(Duration.ofSeconds(90))
                .until(() -> desk.remedies(filed.caseNumber(), "refund").size() == 2);
        Remedy byHand = desk.remedies(filed.caseNumber(), "refund").get(1);
        assertThat(byHand.status()).isEqualTo("settled");
        assertThat(byHand.providerReference()).isEqualTo("Bank transfer 4711");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> world.mailsTo(address).size() >= 3);
    }

    @Test
    void emptyShelfLeavesTheRefundAndTheCustomerIsTold() {
        SandboxOrder order = world.copyOf("R-1006");

        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "replacement"))
                .extracting(Remedy::status)
                .containsExactly("failed");
    }

    @Test
    void replacementAloneThatCannotBeSentBecomesARefund() {
        SandboxOrder order = world.copyOf("R-1006");
        Filed filed = desk.file(aComplaint()
                .claiming("wrong_item")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .affecting(order.items().get(0).sku(), 1));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "replacement"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
    }

    @Test
    void complaintIsAcceptedAndAcknowledgedWhileAProviderIsDown() {
        SandboxOrder order = world.copyOf("R-1001");
        world.fault("easypost", "down", 2);

        Filed filed = desk.file(aboutMissing(order));

        desk.awaitMail(order.customer().email(), filed.caseNumber());
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofSeconds(10));
            return complaint.status().equals("waiting_for_follow_up");
        });
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void refundWhoseAnswerWasLostIsAskedAboutAndNotSentTwice() {
        SandboxOrder order = world.copyOf("R-1001");
        world.fault("stripe", "lost-answer", 1);

        Filed filed = desk.file(aboutMissing(order));
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofSeconds(10));
            return complaint.status().equals("waiting_for_follow_up");
        });

        assertThat(world.refundsOf(order.paymentReference())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("settled");
    }

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
