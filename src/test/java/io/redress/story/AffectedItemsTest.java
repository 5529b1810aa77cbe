package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Only what was affected is made good, whatever a complaint claims of it. */
@SandboxTest
class AffectedItemsTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void articleNamedTwiceIsMadeGoodOnce() {
        JsonNode order = world.copyOf("R-1001");
        JsonNode line = world.order(order.path("number").asText()).path("items").get(0);
        Map<String, Object> item = Map.of("sku", line.path("sku").asText(), "quantity", 1);

        Filed filed = desk.file(aboutMissing(order).with("affectedItems", List.of(item, item)));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber()).get(0).path("amount").asText())
                .isEqualTo(line.path("unitPrice").asText());
    }

    @Test
    void articleOfAnotherParcelThanTheLostOneIsAPersonsQuestion() {
        JsonNode order = world.order(world.copyOf("R-1008").path("number").asText());
        JsonNode shipments = order.path("shipments");
        String arrived = shipments.get(0).path("items").get(0).path("sku").asText();

        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .from(order.path("customer").path("email").asText())
                .with(
                        "order",
                        Map.of(
                                "number", order.path("number").asText(),
                                "trackingCode",
                                        shipments.get(1).path("trackingCode").asText()))
                .affecting(arrived, 1));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    @Test
    void parcelThatIsNoneOfTheOrderIsAPersonsQuestion() {
        JsonNode order = world.copyOf("R-1001");

        Filed filed = desk.file(aboutMissing(order)
                .with("order", Map.of("number", order.path("number").asText(), "trackingCode", "TYPO-1")));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    @Test
    void articleThatWasNotOrderedIsAPersonsQuestion() {
        JsonNode order = world.copyOf("R-1001");

        Filed filed = desk.file(aboutMissing(order).affecting("TYPO", 1));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    private static ComplaintDraft aboutMissing(JsonNode order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText());
    }
}
