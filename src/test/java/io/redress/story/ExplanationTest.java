package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.answer.Explanation;
import io.redress.answer.Explanation.ExplanationChange;
import io.redress.answer.Explanation.ExplanationFact;
import io.redress.answer.Explanation.ExplanationRule;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff read why a case came out as it did, and what would have changed it; what that says comes true. */
@SandboxTest
class ExplanationTest {

    /** The words of the table, as the sandbox calls them. */
    private static final Map<String, String> PARCELS = Map.of(
            "lost", "lost",
            "delivered_unsigned", "delivered",
            "delivered_signed", "signed_for",
            "in_transit", "in_transit",
            "returned", "return_to_sender");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whatWouldHaveChangedALostParcelComesTrueForNewOrders() {
        Filed lost = filed("lost");
        desk.awaitStatus(lost.caseNumber(), "waiting_for_follow_up");

        Explanation why = explanation("handler", lost);

        assertThat(why.automatic()).isTrue();
        assertThat(why.facts())
                .contains(new ExplanationFact("parcelState", "lost"), new ExplanationFact("claim", "not_received"));
        assertThat(why.rules()).extracting(ExplanationRule::table).contains("triage", "remedy", "authority");
        assertThat(why.rules())
                .extracting(ExplanationRule::sentence)
                .contains("The carrier itself says that the parcel is lost.");
        assertThat(why.rules()).allSatisfy(rule -> {
            assertThat(rule.row()).isPositive();
            assertThat(rule.version()).isPositive();
        });
        List<ExplanationChange> parcels = changes(why, "parcelState");
        assertThat(parcels)
                .extracting(ExplanationChange::to, ExplanationChange::outcome)
                .containsExactlyInAnyOrder(
                        tuple("delivered_signed", "person"),
                        tuple("in_transit", "person"),
                        tuple("returned", "person"));
        assertThat(changes(why, "earlierNotReceived"))
                .extracting(ExplanationChange::from, ExplanationChange::to)
                .as("the nearest number that makes a difference")
                .containsExactly(tuple("0", "2"));
        for (ExplanationChange change : parcels) {
            Filed other = filed(PARCELS.get(change.to()));
            desk.awaitTask(other.caseNumber(), "Verify complaint");
            assertThat(world.refunds(other.caseNumber())).isEmpty();
        }
        Filed same = filed(PARCELS.get("delivered_unsigned"));
        assertThat(desk.awaitStatus(same.caseNumber(), "waiting_for_follow_up").outcome())
                .as("what is not named would have changed nothing")
                .isEqualTo("upheld");
    }

    @Test
    void whatAPersonRefusedWouldHaveBeenUpheldByOtherEvidence() {
        Filed signed = filed("signed_for");
        var verify = desk.awaitTask(signed.caseNumber(), "Verify complaint");
        assertThat(explanation("lead", signed).automatic()).isFalse();
        assertThat(explanation("lead", signed).rules())
                .extracting(ExplanationRule::table)
                .as("before anything is decided")
                .containsExactly("triage");
        desk.complete(verify, "handler", Map.of("verdict", "rejected", "reason", "A neighbour took it in."));
        desk.awaitStatus(signed.caseNumber(), "waiting_for_follow_up");

        Explanation why = explanation("handler", signed);

        assertThat(why.automatic()).isFalse();
        assertThat(changes(why, "parcelState"))
                .extracting(ExplanationChange::from, ExplanationChange::to, ExplanationChange::outcome)
                .containsExactlyInAnyOrder(
                        tuple("delivered_signed", "lost", "upheld"),
                        tuple("delivered_signed", "delivered_unsigned", "upheld"));
    }

    @Test
    void onlyStaffWhoSeeTheCaseReadIt() {
        Filed filed = desk.file(aComplaint().claiming("service").from("why." + UUID.randomUUID() + "@example.org"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(status("handler", filed)).isEqualTo(200);
        assertThat(status("system", filed)).as("limits are told to no customer").isEqualTo(403);
        assertThat(status("stranger", filed)).isEqualTo(404);
        assertThat(status("li", filed)).isEqualTo(404);
    }

    private Filed filed(String parcel) {
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Eva Why", "email": "eva.%s@example.com", "locale": "en"},
                           "items": [{"sku": "CUP", "unitPrice": "12.50"}]},
                 "parcels": [{"state": "%s"}]}""".formatted(UUID.randomUUID(), parcel));
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private static List<ExplanationChange> changes(Explanation why, String fact) {
        return why.whatWouldChangeIt().stream()
                .filter(change -> change.fact().equals(fact))
                .toList();
    }

    private Explanation explanation(String reader, Filed filed) {
        return desk.client(reader)
                .get()
                .uri("/api/complaints/{number}/explanation", filed.caseNumber())
                .retrieve()
                .body(Explanation.class);
    }

    private int status(String reader, Filed filed) {
        return desk.client(reader)
                .get()
                .uri("/api/complaints/{number}/explanation", filed.caseNumber())
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
