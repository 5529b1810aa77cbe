package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonNode order = world.copyOf("R-1003");

        Filed filed = desk.file(about(order, "defective"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(goodwill(filed)).containsExactly("settled " + CREDIT);
        assertThat(credits(order)).containsExactly(-6490);
        desk.awaitMail(email(order), "Credit: $" + CREDIT);
    }

    @Test
    void creditWithoutAnAnswerIsMadeOnceAndKeptByWhoTakesTheComplaintBack() {
        JsonNode order = world.copyOf("R-1003");
        world.providers().faults().order(new Fault(Provider.STRIPE, FaultKind.LOST_ANSWER, 1, "POST /v1/customers", 0));

        Filed filed = desk.file(about(order, "defective"));
        desk.awaitCase(filed.caseNumber(), complaint -> goodwill(filed).contains("unknown " + CREDIT));
        withdraw(filed);
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofSeconds(10));
            return complaint.path("status").asText().equals("withdrawn");
        });

        assertThat(goodwill(filed)).containsExactly("settled " + CREDIT);
        assertThat(credits(order)).hasSize(1);
        desk.awaitMail(email(order), "Credit: $" + CREDIT);
    }

    @Test
    void heldGoodwillGoesOutOnceWhenReleasedAndNotToWhoTookTheComplaintBack() {
        JsonNode waits = world.copyOf("R-1003");
        JsonNode leaves = world.copyOf("R-1003");
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
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String owner = task.path("assignee").asText("");
        String who = owner.isEmpty() || owner.equals("null") ? "lead" : owner;
        desk.complete(task, who, Map.of("verdict", "confirmed", "remedyChoice", choice));
    }

    private List<String> goodwill(Filed filed) {
        return desk.remedies(filed.caseNumber(), "goodwill").stream()
                .map(remedy -> remedy.path("status").asText() + " "
                        + remedy.path("amount").asText())
                .toList();
    }

    /** What Stripe credited to the order's customer, in cents; below zero is in the customer's favour. */
    private List<Integer> credits(JsonNode order) {
        String customer = world.order(order.path("number").asText())
                .path("customerPaymentReference")
                .asText();
        JsonNode credits = RestClient.builder()
                .defaultHeaders(headers -> headers.setBearerAuth(Sandbox.STRIPE_KEY))
                .build()
                .get()
                .uri(world.providers().stripeUrl() + "/v1/customers/{customer}/balance_transactions", customer)
                .retrieve()
                .body(JsonNode.class);
        return Desk.list(credits.path("data")).stream()
                .map(credit -> credit.path("amount").asInt())
                .toList();
    }

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

    private static ComplaintDraft about(JsonNode order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.path("number").asText())
                .from(email(order))
                .speaking("en-US");
    }

    private static String email(JsonNode order) {
        return order.path("customer").path("email").asText();
    }
}
