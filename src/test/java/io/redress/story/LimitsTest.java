package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Never more goes back than was taken, whoever else gave some of it back; and everything that is due does go back. */
@SandboxTest
class LimitsTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void release() {
        turnSwitch(false);
    }

    @Test
    void refundMadeByHandBetweenProposalAndSendingCounts() {
        turnSwitch(true);
        SandboxOrder order = world.copyOf("R-1001");
        String payment = order.paymentReference();
        Filed filed = desk.file(about(order, "not_received"));
        desk.awaitStatus(filed.caseNumber(), "making_good");
        refundInTheDashboard(payment, "2000");

        turnSwitch(false);

        // A case that saw the switch held just before it was turned looks again after a quarter of an hour.
        await().pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(90))
                .until(() -> {
                    if (!world.refunds(filed.caseNumber()).isEmpty()) {
                        return true;
                    }
                    world.advance(Duration.ofMinutes(16));
                    return false;
                });
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber()))
                .extracting(SandboxRefund::amount)
                .as("the rest, without a person")
                .containsExactly("89.70");
        assertThat(world.refundsOf(payment)).hasSize(2);
        assertThat(desk.tasksOf(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void eachOfTwoPiecesIsMadeGoodInACaseOfItsOwn() {
        SandboxOrder order = world.copyOf("R-1001");

        for (String words : new String[] {"One cable is missing.", "The other cable is missing too."}) {
            Filed filed = desk.file(
                    about(order, "not_received").affecting("CABLE-USBC-2M", 1).saying(words));
            desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
            assertThat(world.refunds(filed.caseNumber()))
                    .extracting(SandboxRefund::amount)
                    .containsExactly("12.45");
        }
    }

    @Test
    void handlerIsToldAtOnceHowMuchIsLeft() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed first = desk.file(about(order, "not_received"));
        assertThat(refused(first, "handler", "65.86")).contains("EUR 65.85");
        desk.complete(
                desk.awaitTask(first.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "partly", "remedyChoice", "refund", "refundAmount", "10", "reason", "It came late."));
        desk.awaitStatus(first.caseNumber(), "waiting_for_follow_up");

        Filed second = desk.file(about(order, "defective").saying("It leaks."));

        assertThat(refused(second, "handler2", "60")).contains("EUR 55.85");
    }

    /** What Verify complaint answers to a handler who names too much. */
    private String refused(Filed filed, String handler, String amount) {
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, handler);
        var answer = desk.submit(
                task,
                handler,
                Map.of("verdict", "partly", "remedyChoice", "refund", "refundAmount", amount, "reason", "A part."));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return answer.getBody();
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email());
    }

    /** As somebody does in Stripe's dashboard: no key, no metadata. */
    private void refundInTheDashboard(String payment, String cents) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("payment_intent", payment);
        form.add("amount", cents);
        RestClient.create(world.providers().stripeUrl())
                .post()
                .uri("/v1/refunds")
                .headers(headers -> headers.setBearerAuth(Sandbox.STRIPE_KEY))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }

    private void turnSwitch(boolean held) {
        desk.client("manager")
                .put()
                .uri("/api/stop-switch")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("held", held, "reason", "A test of the limits"))
                .retrieve()
                .toBodilessEntity();
    }
}
