package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.ReturnLabel;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.easypost.ParcelFate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Goods come back to us, and nothing that is due to the customer waits for them. */
@SandboxTest
class GoodsReturnTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void heavyTelevisionIsPickedUpAtTheDoorAndTheWarehouseReportsIt() {
        SandboxOrder order = world.copyOf("R-1003");
        Filed filed = desk.file(about(order, "defective"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        SandboxMail mail = desk.awaitMail(order.customer().email(), "postage_label");
        ReturnLabel label = label(filed);

        assertThat(world.shipments(filed.caseNumber())).as("sent at once").hasSize(1);
        assertThat(label.from().zip())
                .isEqualTo(
                        world.order(order.number()).at("/deliveryAddress/zip").asText());
        assertThat(mail.text()).contains("SBX");
        assertThat(report(filed, "stranger", "as_described")).isEqualTo(404);
        assertThat(report(filed, "system", "brand_new")).isEqualTo(400);
        assertThat(report(filed, "system", "as_described")).isEqualTo(202);
        assertThat(report(filed, "system", "damaged")).as("repeated").isEqualTo(202);

        awaitEntry(filed, "return_received");
        assertThat(desk.tasks(filed.caseNumber(), "Assess goods")).isEmpty();
    }

    @Test
    void wrongItemThatWasFetchedInAnotherConditionIsAssessedByAHandler() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = confirmedWrongItem(order);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        awaitEntry(filed, "return_arranged");
        String parcel = label(filed).trackingCode();

        world.providers().parcels().turn(parcel, ParcelFate.DELIVERED);
        desk.complete(
                passTimeUntilTask(filed, "Receive goods"),
                "handler",
                Map.of("condition", "damaged", "note", "The cord is cut."));
        desk.complete(desk.awaitTask(filed.caseNumber(), "Assess goods"), "handler", Map.of("returnChoice", "close"));

        assertThat(desk.remedies(filed.caseNumber(), "collection"))
                .extracting(Remedy::status)
                .containsExactly("settled");
    }

    @Test
    void goodsThatNeverComeAreRemindedOfThenGivenUpAndTheLabelIsPaidBack() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = confirmedWrongItem(order);
        awaitEntry(filed, "return_arranged");
        String parcel = label(filed).trackingCode();
        world.providers().parcels().turn(parcel, ParcelFate.PRE_TRANSIT);

        world.advance(Duration.ofDays(8));
        passTimeUntil(() -> hasEntry(filed, "message_sent", "Return reminder"));
        world.advance(Duration.ofDays(15));
        desk.complete(passTimeUntilTask(filed, "Goods never came"), "handler", Map.of("returnChoice", "close"));
        awaitEntry(filed, "label_refund", "submitted");
        world.advance(Duration.ofDays(12));

        awaitEntry(filed, "label_refund", "refunded");
        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.text().contains("Return reminder"))
                .hasSize(1);
    }

    private Filed confirmedWrongItem(SandboxOrder order) {
        Filed filed = desk.file(about(order, "wrong_item").affecting("HEADPHONES-BT", 1));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "as_proposed"));
        return filed;
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email())
                .saying("This is not what I wanted.");
    }

    /** The label by which goods of the case come back. */
    private ReturnLabel label(Filed filed) {
        return await("label of " + filed.caseNumber())
                .atMost(Duration.ofSeconds(90))
                .until(() -> world.returnLabels(filed.caseNumber()), found -> !found.isEmpty())
                .get(0);
    }

    private int report(Filed filed, String login, String condition) {
        return desk.client(login)
                .post()
                .uri("/api/complaints/{number}/returns", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("condition", condition))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private void awaitEntry(Filed filed, String kind) {
        awaitEntry(filed, kind, "");
    }

    private void awaitEntry(Filed filed, String kind, String word) {
        await("entry " + kind + " " + word + " of " + filed.caseNumber())
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> hasEntry(filed, kind, word));
    }

    private boolean hasEntry(Filed filed, String kind, String word) {
        return desk.timeline(filed.caseNumber()).stream()
                .anyMatch(entry -> entry.kind().equals(kind) && entry.text().contains(word));
    }

    private EngineTask passTimeUntilTask(Filed filed, String name) {
        passTimeUntil(() -> !desk.tasks(filed.caseNumber(), name).isEmpty());
        return desk.awaitTask(filed.caseNumber(), name);
    }

    /** A look that began before the clock moved comes again after half a day. */
    private void passTimeUntil(Callable<Boolean> happened) {
        await().atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofSeconds(4))
                .until(() -> {
                    boolean done = happened.call();
                    if (!done) {
                        world.advance(Duration.ofHours(13));
                    }
                    return done;
                });
    }
}
