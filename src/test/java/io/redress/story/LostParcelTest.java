package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first founding example: a lost parcel is refunded and sent again, without a human. */
@SandboxTest
class LostParcelTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void lostParcelIsRefundedAndSentAgainAtOnce() {
        JsonNode order = world.copyOf("R-1001");

        Filed filed = desk.file(aboutMissing(order));
        JsonNode complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.path("outcome").asText()).isEqualTo("upheld");
        List<JsonNode> refunds = world.refunds(filed.caseNumber());
        assertThat(refunds).hasSize(1);
        assertThat(refunds.get(0).path("amount").asText())
                .isEqualTo(order.path("total").asText());
        assertThat(refunds.get(0).path("paymentReference").asText())
                .isEqualTo(order.path("paymentReference").asText());
        List<JsonNode> shipments = world.shipments(filed.caseNumber());
        assertThat(shipments).hasSize(1);
        assertThat(shipments.get(0).path("orderNumber").asText())
                .isEqualTo(order.path("number").asText());
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(remedy -> remedy.path("status").asText())
                .containsExactly("settled");
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).isEmpty();
        String address = order.path("customer").path("email").asText();
        desk.awaitMail(address, filed.caseNumber());
        assertThat(desk.awaitMail(address, refunds.get(0).path("amount").asText())
                        .path("text")
                        .asText())
                .contains(shipments.get(0).path("trackingCode").asText());
    }

    @Test
    void parcelThatWasSignedForGoesToAPerson() {
        JsonNode order = world.copyOf("R-1004");

        Filed filed = desk.file(aboutMissing(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
    }

    @Test
    void secondOfThreeParcelsIsMadeGoodAndTheOthersAreNot() {
        JsonNode order = world.order(world.copyOf("R-1008").path("number").asText());

        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        JsonNode lost = order.path("shipments").get(1);
        double price = 0;
        for (JsonNode item : lost.path("items")) {
            for (JsonNode line : order.path("items")) {
                if (line.path("sku").asText().equals(item.path("sku").asText())) {
                    price += line.path("unitPrice").asDouble()
                            * item.path("quantity").asInt();
                }
            }
        }
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber()).get(0).path("amount").asDouble())
                .isEqualTo(price);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void strangerNamingSomebodysOrderIsToldAndPaidNothing() {
        JsonNode order = world.copyOf("R-1001");

        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from("somebody.else@example.org")
                .sentBy("stranger"));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refundsOf(order.path("paymentReference").asText())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        String seenByStranger = desk.client("stranger")
                .get()
                .uri("/api/complaints/{number}", filed.caseNumber())
                .retrieve()
                .body(String.class);
        assertThat(seenByStranger)
                .doesNotContain(order.path("paymentReference").asText())
                .doesNotContain(order.path("customer").path("name").asText())
                .doesNotContain(order.path("total").asText());
    }

    @Test
    void theSameParcelIsNotMadeGoodTwice() {
        JsonNode order = world.copyOf("R-1001");
        Filed first = desk.file(aboutMissing(order).saying("My parcel is missing."));
        desk.awaitStatus(first.caseNumber(), "waiting_for_follow_up");

        Filed second = desk.file(aboutMissing(order).saying("Still no parcel here."));

        desk.awaitTask(second.caseNumber(), "Verify complaint");
        assertThat(world.refundsOf(order.path("paymentReference").asText())).hasSize(1);
        assertThat(world.shipments(second.caseNumber())).isEmpty();
    }

    private static ComplaintDraft aboutMissing(JsonNode order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText())
                .named(order.path("customer").path("name").asText())
                .speaking("en");
    }
}
