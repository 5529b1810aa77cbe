package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Line;
import io.redress.answer.sandbox.SandboxOrder.Packed;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.answer.sandbox.SandboxShipment;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.math.BigDecimal;
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
        SandboxOrder order = world.copyOf("R-1001");

        Filed filed = desk.file(aboutMissing(order));
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.outcome()).isEqualTo("upheld");
        List<SandboxRefund> refunds = world.refunds(filed.caseNumber());
        assertThat(refunds).hasSize(1);
        assertThat(refunds.get(0).amount()).isEqualTo(order.total());
        assertThat(refunds.get(0).paymentReference()).isEqualTo(order.paymentReference());
        List<SandboxShipment> shipments = world.shipments(filed.caseNumber());
        assertThat(shipments).hasSize(1);
        assertThat(shipments.get(0).orderNumber()).isEqualTo(order.number());
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("settled");
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).isEmpty();
        String address = order.customer().email();
        desk.awaitMail(address, filed.caseNumber());
        assertThat(desk.awaitMail(address, refunds.get(0).amount()).text())
                .contains(shipments.get(0).trackingCode());
    }

    @Test
    void parcelThatWasSignedForGoesToAPerson() {
        SandboxOrder order = world.copyOf("R-1004");

        Filed filed = desk.file(aboutMissing(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
    }

    @Test
    void secondOfThreeParcelsIsMadeGoodAndTheOthersAreNot() {
        SandboxOrder order = world.copyOf("R-1008");

        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        BigDecimal price = BigDecimal.ZERO;
        for (Packed item : order.shipments().get(1).items()) {
            for (Line line : order.items()) {
                if (line.sku().equals(item.sku())) {
                    price = price.add(new BigDecimal(line.unitPrice()).multiply(BigDecimal.valueOf(item.quantity())));
                }
            }
        }
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber()).get(0).amount()).isEqualTo(price.toPlainString());
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void strangerNamingSomebodysOrderIsToldAndPaidNothing() {
        SandboxOrder order = world.copyOf("R-1001");

        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from("somebody.else@example.org")
                .sentBy("stranger"));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refundsOf(order.paymentReference())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        String seenByStranger = desk.client("stranger")
                .get()
                .uri("/api/complaints/{number}", filed.caseNumber())
                .retrieve()
                .body(String.class);
        assertThat(seenByStranger)
                .doesNotContain(order.paymentReference())
                .doesNotContain(order.customer().name())
                .doesNotContain(order.total());
    }

    @Test
    void theSameParcelIsNotMadeGoodTwice() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed first = desk.file(aboutMissing(order).saying("My parcel is missing."));
        desk.awaitStatus(first.caseNumber(), "waiting_for_follow_up");

        Filed second = desk.file(aboutMissing(order).saying("Still no parcel here."));

        desk.awaitTask(second.caseNumber(), "Verify complaint");
        assertThat(world.refundsOf(order.paymentReference())).hasSize(1);
        assertThat(world.shipments(second.caseNumber())).isEmpty();
    }

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .named(order.customer().name())
                .speaking("en");
    }
}
