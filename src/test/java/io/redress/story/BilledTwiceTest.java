package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
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
        JsonNode order = world.copyOf("R-1002");

        Filed filed = desk.file(aboutDoubleBilling(order));
        JsonNode complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.path("outcome").asText()).isEqualTo("upheld");
        // Six charges were wrong; one of them had been refunded by hand.
        assertThat(world.refunds(filed.caseNumber()))
                .hasSize(5)
                .allMatch(refund -> refund.path("status").asText().equals("succeeded"))
                .extracting(refund -> refund.path("charge").asText())
                .doesNotHaveDuplicates();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(remedy -> remedy.path("status").asText())
                .containsOnly("settled");
        assertThat(desk.timeline(filed.caseNumber()))
                .extracting(entry -> entry.path("kind").asText())
                .contains("subscription_ended");
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).isEmpty();
        desk.awaitMail(
                order.path("customer").path("email").asText(),
                world.refunds(filed.caseNumber()).get(0).path("amount").asText().replace('.', ','));
    }

    @Test
    void twoWantedSubscriptionsOfEqualAmountGoToAPerson() {
        JsonNode order = world.copyOf("R-1009");

        Filed filed = desk.file(aboutDoubleBilling(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    private static ComplaintDraft aboutDoubleBilling(JsonNode order) {
        return aComplaint()
                .claiming("billed_twice")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText())
                .speaking("de")
                .saying("Seit einem halben Jahr wird jeden Monat doppelt abgebucht.");
    }
}
