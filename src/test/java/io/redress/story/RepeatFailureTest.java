package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The third founding example: what was repaired and fails again is not repaired again, nor by the same people. */
@SandboxTest
class RepeatFailureTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void repairedTelevisionThatFailsAgainIsReplacedUnderAnotherOwner() {
        JsonNode order = world.copyOf("R-1003");

        Filed filed = desk.file(aboutDefect(order));
        JsonNode complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.path("outcome").asText()).isEqualTo("upheld");
        assertThat(complaint.path("owner").asText()).isNotEmpty().isNotEqualTo("handler");
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "repair")).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "replacement"))
                .extracting(remedy -> remedy.path("status").asText())
                .containsExactly("settled");
    }

    @Test
    void firstFailureGoesToAPerson() {
        JsonNode order = world.copyOf("R-1010");

        Filed filed = desk.file(aboutDefect(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
    }

    private static ComplaintDraft aboutDefect(JsonNode order) {
        return aComplaint()
                .claiming("defective")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText())
                .saying("The screen stays black again.");
    }
}
