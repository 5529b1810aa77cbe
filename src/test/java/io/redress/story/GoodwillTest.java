package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What is given on top of what is due: of the right worth, once, and never at the cost of the answer. */
@SandboxTest
class GoodwillTest {

    /** A tenth of the television's price. */
    private static final String CREDIT = "64.90";

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
        turn(false);
    }

    @Test
    void repeatedFailureIsCreditedOnceAndTheLetterSaysSo() {
        SandboxOrder order = world.copyOf("R-1003");

        Filed filed = desk.file(about(order, "defective"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(goodwill(filed)).containsExactly("settled " + CREDIT);
        assertThat(credits(order)).containsExactly(-6490);
        desk.awaitMail(email(order), "Credit: $" + CREDIT);
    }

    @Test
    void creditWithoutAnAnswerIsMadeOnceAndKeptByWhoTakesTheComplaintBack() {
        SandboxOrder order = world.copyOf("R-1003");
        world.providers().faults().order(new Fault(Provider.STRIPE, FaultKind.LOST_ANSWER, 1, "POST /v1/customers", 0));

        Filed filed = desk.file(about(order, "defective"));
        desk.awaitCase(filed.caseNumber(), complaint -> goodwill(filed).contains("unknown " + CREDIT));
        withdraw(filed);
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofSeconds(10));
            return complaint.status().equals("withdrawn");
        });

        assertThat(goodwill(filed)).containsExactly("settled " + CREDIT);
        assertThat(credits(order)).hasSize(1);
        desk.awaitMail(email(order), "Credit: $" + CREDIT);
    }

    @Test
    void heldGoodwillGoesOutOnceWhenReleasedAndNotToWhoTookTheComplaintBack() {
        SandboxOrder waits = world.copyOf("R-1003");
        SandboxOrder leaves = world.copyOf("R-1003");
        List<Filed> both = Stream.of(waits, leaves)
                .map(order -> desk.file(about(order, "service")))
                .toList();
        turn(true);
        both.forEach(filed -> confirm(filed, "apology"));
        both.forEach(filed ->
                desk.awaitCase(filed.caseNumber(), complaint -> goodwill(filed).contains("approved " + CREDIT)));

        withdraw(both.get(1));
        turn(false);
        desk.awaitStatus(both.get(0).caseNumber(), "waiting_for_follow_up");
        desk.awaitStatus(both.get(1).caseNumber(), "withdrawn");

        assertThat(goodwill(both.get(0))).containsExactly("settled " + CREDIT);
        assertThat(credits(waits)).hasSize(1);
        assertThat(goodwill(both.get(1))).containsExactly("superseded " + CREDIT);
        assertThat(credits(leaves)).isEmpty();
    }

    private void confirm(Filed filed, String choice) {
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String who = task.assignee() == null ? "lead" : task.assignee();
        desk.complete(task, who, Map.of("verdict", "confirmed", "remedyChoice", choice));
    }

    private List<String> goodwill(Filed filed) {
        return desk.remedies(filed.caseNumber(), "goodwill").stream()
                .map(remedy -> remedy.status() + " " + remedy.amount())
                .toList();
    }

    /** What Stripe credited to the order's customer, in cents; below zero is in the customer's favour. */
    private List<Integer> credits(SandboxOrder order) {
        String customer = order.customer().paymentReference();
        Credits credits = RestClient.builder()
                .defaultHeaders(headers -> headers.setBearerAuth(Sandbox.STRIPE_KEY))
                .build()
                .get()
                .uri(world.providers().stripeUrl() + "/v1/customers/{customer}/balance_transactions", customer)
                .retrieve()
                .body(Credits.class);
        return credits.data().stream().map(Credit::amount).toList();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credits(List<Credit> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credit(int amount) {}

    private void withdraw(Filed filed) {
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/withdrawal", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "It turned up."))
                .retrieve()
                .toBodilessEntity();
    }

    private void turn(boolean held) {
        desk.client("manager")
                .put()
                .uri("/api/stop-switch")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("held", held, "reason", "A test of goodwill"))
                .retrieve()
                .toBodilessEntity();
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(email(order))
                .speaking("en-US");
    }

    private static String email(SandboxOrder order) {
        return order.customer().email();
    }
}
