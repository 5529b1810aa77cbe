package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxShipment;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.easypost.ParcelFate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A replacement is watched to the door: a warehouse that has handed a parcel over has not delivered it yet. */
@SandboxTest
class ParcelWatchTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void replacementThatArrivesIsNotedAndNobodyIsBothered() {
        Replaced replaced = lostParcelIsReplaced();

        world.advance(Duration.ofHours(9));
        awaitEntry(replaced.caseNumber(), "parcel_moved");
        world.advance(Duration.ofDays(3));

        awaitEntry(replaced.caseNumber(), "parcel_delivered");
        assertThat(desk.tasks(replaced.caseNumber(), "Look for parcel")).isEmpty();
    }

    @Test
    void replacementThatNobodyScansIsLookedForAndOrderedAgain() {
        Replaced replaced = lostParcelIsReplaced();
        world.providers().parcels().turn(replaced.parcel(), ParcelFate.PRE_TRANSIT);

        desk.advanceIntoWork(Duration.ofDays(4));
        EngineTask task = desk.awaitTask(replaced.caseNumber(), "Look for parcel");
        desk.awaitAlert("handler", replaced.caseNumber() + "] A replacement does not get there");
        assertThat(desk.mails("lead@redress.example", nobodyLooks(replaced))).isEmpty();
        desk.advanceIntoWork(Duration.ofDays(3));
        desk.awaitAlert("lead", nobodyLooks(replaced));
        assertThat(desk.claim(task, "handler").getStatusCode().value()).isEqualTo(204);
        assertThat(desk.submit(task, "handler", Map.of("parcelChoice", "refund"))
                        .getStatusCode()
                        .is2xxSuccessful())
                .as("what was in it was paid back at once")
                .isFalse();
        assertThat(desk.submit(task, "handler", Map.of("parcelChoice", "order_again"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);

        desk.awaitMail(replaced.customer(), "that parcel does not get to you");
        assertThat(world.shipments(replaced.caseNumber())).hasSize(2);
        assertThat(desk.remedies(replaced.caseNumber(), "replacement"))
                .extracting(Remedy::status)
                .containsExactly("failed", "settled");
        assertThat(desk.mails("lead@redress.example", nobodyLooks(replaced))).hasSize(1);
    }

    @Test
    void replacementThatIsLostIsFoundAgainOnASecondLook() {
        Replaced replaced = lostParcelIsReplaced();

        tell(replaced.parcel(), "lost");
        desk.complete(
                desk.awaitTask(replaced.caseNumber(), "Look for parcel"),
                "handler",
                Map.of("parcelChoice", "found", "note", "It lay at the depot."));
        tell(replaced.parcel(), "delivered");
        // Told while the watch asked anew, it is heard at the next look.
        world.advance(Duration.ofHours(13));

        awaitEntry(replaced.caseNumber(), "parcel_delivered");
        assertThat(world.shipments(replaced.caseNumber())).hasSize(1);
    }

    private static String nobodyLooks(Replaced replaced) {
        return replaced.caseNumber() + "] A replacement does not get there, and nobody looks for it";
    }

    private record Replaced(String caseNumber, String parcel, String customer) {}

    private Replaced lostParcelIsReplaced() {
        SandboxOrder order = world.copyOf("R-1001");
        String customer = order.customer().email();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(customer)
                .speaking("en"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        List<SandboxShipment> shipments = world.shipments(filed.caseNumber());
        assertThat(shipments).hasSize(1);
        return new Replaced(filed.caseNumber(), shipments.get(0).trackingCode(), customer);
    }

    private void tell(String parcel, String state) {
        Told told = world.anybody()
                .post()
                .uri("/sandbox/parcels/{code}", parcel)
                .body(Map.of("state", state))
                .retrieve()
                .body(Told.class);
        assertThat(told.webhook()).isEqualTo(204);
    }

    /** With which status the application took the carrier's word. */
    record Told(int webhook) {}

    private void awaitEntry(String caseNumber, String kind) {
        await("entry " + kind + " of " + caseNumber)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> desk.timeline(caseNumber).stream()
                        .anyMatch(entry -> entry.kind().equals(kind)));
    }
}
