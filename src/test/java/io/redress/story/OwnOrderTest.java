package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that a test made up for itself is treated as any other. */
@SandboxTest
class OwnOrderTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whatWasInTheLostParcelIsMadeGood() {
        JsonNode order = world.place("""
                {"order": {"customer": {"name": "Ada Own", "email": "ada.own@example.com", "locale": "en"},
                           "items": [{"sku": "CUP", "unitPrice": "12.50", "quantity": 2}, {"sku": "PAN", "unitPrice": "30.00"}]},
                 "parcels": [{"state": "lost", "lines": [1]}, {"state": "signed_for", "lines": [2]}]}""");

        Filed filed = file(order, "not_received");

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber()))
                .singleElement()
                .satisfies(refund -> assertThat(refund.path("amount").asText()).isEqualTo("25.00"));
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void whatWasChargedTwiceIsPaidBackAndTheSurplusSubscriptionEnds() {
        JsonNode order = world.place("""
                {"order": {"customer": {"name": "Bob Own", "email": "bob.own@example.com", "locale": "en"}, "placedOn": "%s",
                           "items": [{"sku": "MUSIC", "unitPrice": "9.99", "recurring": true}]},
                 "payments": [{"amount": "9.99"}, {"amount": "9.99", "listed": false}]}""".formatted(desk.now().minus(Duration.ofDays(10))));

        Filed filed = file(order, "billed_twice");

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).singleElement().satisfies(refund -> assertThat(
                        refund.path("paymentReference"))
                .isEqualTo(order.at("/payments/1/reference")));
        world.advance(Duration.ofDays(32));
        assertThat(world.order(order.path("number").asText()).path("payments")).hasSize(2);
    }

    private Filed file(JsonNode order, String claim) {
        return desk.file(aComplaint()
                .claiming(claim)
                .aboutOrder(order.path("number").asText())
                .from(order.at("/customer/email").asText())
                .named(order.at("/customer/name").asText())
                .speaking("en"));
    }
}
