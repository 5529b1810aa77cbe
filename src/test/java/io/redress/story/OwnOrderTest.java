package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Payment;
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
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Ada Own", "email": "ada.own@example.com", "locale": "en"},
                           "items": [{"sku": "CUP", "unitPrice": "12.50", "quantity": 2}, {"sku": "PAN", "unitPrice": "30.00"}]},
                 "parcels": [{"state": "lost", "lines": [1]}, {"state": "signed_for", "lines": [2]}]}""");

        Filed filed = file(order, "not_received");

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).singleElement().satisfies(refund -> assertThat(refund.amount())
                .isEqualTo("25.00"));
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void whatWasChargedTwiceIsPaidBackAndTheSurplusSubscriptionEnds() {
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Bob Own", "email": "bob.own@example.com", "locale": "en"}, "placedOn": "%s",
                           "items": [{"sku": "MUSIC", "unitPrice": "9.99", "recurring": true}]},
                 "payments": [{"amount": "9.99"}, {"amount": "9.99", "listed": false}]}""".formatted(desk.now().minus(Duration.ofDays(10))));

        Filed filed = file(order, "billed_twice");

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).singleElement().satisfies(refund -> assertThat(
                        refund.paymentReference())
                .isEqualTo(order.payments().get(1).reference()));
        world.advance(Duration.ofDays(32));
        assertThat(world.placed(order.number()).payments())
                .filteredOn(Payment::listed)
                .hasSize(2);
    }

    private Filed file(SandboxOrder order, String claim) {
        return desk.file(aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email())
                .named(order.customer().name())
                .speaking("en"));
    }
}
