package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** The stop switch holds money and goods, and nothing else; released, each goes out once. */
@SandboxTest
class StopSwitchTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void release() {
        turn("manager", false);
    }

    @Test
    void heldMoneyAndGoodsGoOutOnceWhenReleased() {
        assertThat(turn("manager", true)).isEqualTo(200);
        JsonNode order = world.copyOf("R-1001");
        String address = order.path("customer").path("email").asText();

        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(address));
        desk.awaitMail(address, filed.caseNumber());
        desk.awaitStatus(filed.caseNumber(), "making_good");

        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(remedy -> remedy.path("status").asText())
                .containsExactly("approved");

        turn("manager", false);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void onlyManagersTouchTheSwitch() {
        assertThat(turn("lead", true)).isEqualTo(403);
        assertThat(turn("system", true)).isEqualTo(403);
    }

    private int turn(String login, boolean held) {
        return desk.client(login)
                .put()
                .uri("/api/stop-switch")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("held", held, "reason", "A test of the switch"))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
