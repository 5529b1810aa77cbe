package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Clock;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
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
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = resolve(order);

        answerWhenAsked(filed, Map.of("resolved", true, "score", 9));

        desk.awaitStatus(filed.caseNumber(), "closed");
        assertThat(answer(filed, Map.of("resolved", true))).isEqualTo(409);
    }

    @Test
    void unhappyCustomerIsHeardByAnotherHandlerAndThenByALead() {
        SandboxOrder order = world.copyOf("R-1004");
        String address = order.customer().email();
        Filed filed = desk.file(aboutMissing(order));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "rejected", "reason", "Somebody signed for it."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        answerWhenAsked(filed, Map.of("resolved", false, "comment", "It was not me who signed."));

        EngineTask second = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(second.assignee()).isNotEmpty().isNotEqualTo("handler");
        desk.complete(
                second,
                second.assignee(),
                Map.of("verdict", "rejected", "reason", "The carrier confirms the signature."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        answerWhenAsked(filed, Map.of("resolved", false, "score", 1));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Give final answer"),
                "lead",
                Map.of("finalAnswer", "We looked at everything again, and this is our last word."));
        desk.awaitMail(address, "this is our last word");
        Complaint closed = desk.awaitStatus(filed.caseNumber(), "closed");
        assertThat(closed.clocks())
                .filteredOn(clock -> clock.kind().equals("next_answer"))
                .extracting(Clock::state)
                .as("who was not content twice waits for the final answer by a clock")
                .containsExactly("met");
        assertThat(closed.clocks())
                .filteredOn(clock -> clock.kind().equals("resolution_total"))
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.state()).isEqualTo("met");
                    assertThat(total.history())
                            .as("stood still between the rounds")
                            .hasSizeGreaterThan(2);
                });
    }

    private Filed resolve(SandboxOrder order) {
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

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
