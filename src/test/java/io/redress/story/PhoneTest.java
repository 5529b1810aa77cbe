package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who can only be phoned is told everything all the same, by a person. */
@SandboxTest
class PhoneTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void everyMessageBecomesATaskAndIsKeptWhenLogged() {
        JsonNode order = world.copyOf("R-1001");
        String phone = world.order(order.path("number").asText())
                .path("customer")
                .path("phone")
                .asText();
        Filed filed = desk.file(aComplaint()
                .by("phone")
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .calling(phone));

        JsonNode acknowledge = desk.awaitTask(filed.caseNumber(), "Tell customer");
        assertThat(promise(filed, "acknowledgement").path("metAt").isNull()).isTrue();
        desk.complete(acknowledge, "handler", Map.of("toldBy", "phone"));

        desk.awaitCase(
                filed.caseNumber(),
                complaint -> !promise(filed, "acknowledgement").path("metAt").isNull());
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Tell customer"),
                "handler",
                Map.of("toldBy", "letter", "customerSaid", "Thank you, that was quick."));
        assertThat(desk.awaitTask(filed.caseNumber(), "Answer customer")).isNotNull();
    }

    private JsonNode promise(Filed filed, String kind) {
        return Desk.list(desk.read(filed.caseNumber()).path("promises")).stream()
                .filter(promise -> promise.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
