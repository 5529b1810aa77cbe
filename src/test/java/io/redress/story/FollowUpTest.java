package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** After some days the customer is asked; who is unhappy is heard again by somebody else, and then by a lead. */
@SandboxTest
class FollowUpTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void contentCustomerClosesTheCase() {
        JsonNode order = world.copyOf("R-1001");
        Filed filed = resolve(order);

        answerWhenAsked(filed, Map.of("resolved", true, "score", 9));

        desk.awaitStatus(filed.caseNumber(), "closed");
        assertThat(answer(filed, Map.of("resolved", true))).isEqualTo(409);
    }

    @Test
    void unhappyCustomerIsHeardByAnotherHandlerAndThenByALead() {
        JsonNode order = world.copyOf("R-1004");
        String address = order.path("customer").path("email").asText();
        Filed filed = desk.file(aboutMissing(order));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "rejected", "reason", "Somebody signed for it."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        answerWhenAsked(filed, Map.of("resolved", false, "comment", "It was not me who signed."));

        JsonNode second = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(second.path("assignee").asText()).isNotEmpty().isNotEqualTo("handler");
        desk.complete(
                second,
                second.path("assignee").asText(),
                Map.of("verdict", "rejected", "reason", "The carrier confirms the signature."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        answerWhenAsked(filed, Map.of("resolved", false, "score", 1));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Give final answer"),
                "lead",
                Map.of("finalAnswer", "We looked at everything again, and this is our last word."));
        desk.awaitMail(address, "this is our last word");
        JsonNode closed = desk.awaitStatus(filed.caseNumber(), "closed");
        assertThat(Desk.list(closed.path("clocks")))
                .filteredOn(clock -> clock.path("kind").asText().equals("next_answer"))
                .extracting(clock -> clock.path("state").asText())
                .as("who was not content twice waits for the final answer by a clock")
                .containsExactly("met");
        assertThat(Desk.list(closed.path("clocks")))
                .filteredOn(clock -> clock.path("kind").asText().equals("resolution_total"))
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.path("state").asText()).isEqualTo("met");
                    assertThat(total.path("history"))
                            .as("stood still between the rounds")
                            .hasSizeGreaterThan(2);
                });
    }

    private Filed resolve(JsonNode order) {
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        return filed;
    }

    /** Customers can answer once they were asked, which is some days after the decision. */
    private void answerWhenAsked(Filed filed, Map<String, Object> feedback) {
        world.advance(Duration.ofDays(6));
        desk.awaitCase(filed.caseNumber(), complaint -> answer(filed, feedback) < 300);
    }

    private int answer(Filed filed, Map<String, Object> feedback) {
        return world.anybody()
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .post()
                .uri(filed.trackingUrl() + "/feedback")
                .contentType(MediaType.APPLICATION_JSON)
                .body(feedback)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private static ComplaintDraft aboutMissing(JsonNode order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText());
    }
}
