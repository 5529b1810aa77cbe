package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Customers take complaints back, whatever is going on. */
@SandboxTest
class WithdrawalTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.providers().stripeWebhooks().travel(Manner.ONCE);
        world.behave();
    }

    @Test
    void complaintThatNobodyHasDecidedIsTakenBack() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(withdraw(filed)).isEqualTo(202);
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "withdrawn");

        assertThat(complaint.outcome()).isEqualTo("withdrawn");
        assertThat(withdraw(filed)).as("repeated").isEqualTo(202);
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).isEmpty();
        assertThat(world.mailsTo(order.customer().email())).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void refundOnItsWayIsWaitedForAndKept() {
        SandboxOrder order = world.copyOf("R-1001");
        // Stripe makes the refund and its answer is lost: whether it was made is not known.
        world.providers().stripeWebhooks().travel(Manner.LOST);
        world.fault("stripe", "lost-answer", 1);
        Filed filed = desk.file(aboutMissing(order));
        desk.awaitCase(filed.caseNumber(), complaint -> desk.remedies(filed.caseNumber(), "refund").stream()
                .anyMatch(remedy -> remedy.status().equals("unknown")));

        assertThat(withdraw(filed)).isEqualTo(202);
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofSeconds(10));
            return complaint.status().equals("withdrawn");
        });

        assertThat(world.refundsOf(order.paymentReference())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("settled");
        desk.awaitMail(order.customer().email(), order.total());
    }

    @Test
    void replacementThatIsNotPackedYetIsStopped() {
        SandboxOrder order = world.copyOf("R-1003");
        world.providers().shop().packLater(order.number());
        Filed filed = desk.file(aComplaint()
                .claiming("defective")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .saying("The screen stays black again."));
        desk.awaitCase(filed.caseNumber(), complaint -> desk.remedies(filed.caseNumber(), "replacement").stream()
                .anyMatch(remedy -> remedy.status().equals("sent")));

        assertThat(withdraw(filed)).isEqualTo(202);
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofMinutes(6));
            return complaint.status().equals("withdrawn");
        });

        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "replacement"))
                .extracting(Remedy::status)
                .containsExactly("failed");
    }

    @Test
    void closedComplaintCannotBeTakenBack() {
        Filed filed = desk.file(aComplaint().from("spam@example.org").saying("Buy cheap watches"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "no_answer_owed", "noAnswerReason", "spam"));
        desk.awaitStatus(filed.caseNumber(), "closed");

        assertThat(withdraw(filed)).isEqualTo(409);
    }

    @Test
    void recordHoldsTheCustomersWordsAndNamesWhatTheyDid() {
        Filed silent = desk.file(aboutMissing(world.copyOf("R-1004")));
        Filed outspoken = desk.file(aboutMissing(world.copyOf("R-1004")));
        desk.awaitTask(silent.caseNumber(), "Verify complaint");
        desk.awaitTask(outspoken.caseNumber(), "Verify complaint");

        assertThat(withdraw(silent, Map.of())).isEqualTo(202);
        assertThat(withdraw(outspoken)).isEqualTo(202);
        desk.awaitStatus(silent.caseNumber(), "withdrawn");
        desk.awaitStatus(outspoken.caseNumber(), "withdrawn");

        for (Filed filed : List.of(silent, outspoken)) {
            assertThat(desk.timeline(filed.caseNumber()))
                    .filteredOn(entry -> entry.kind().equals("withdrawal_requested"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.text()).isEqualTo("The complaint was taken back"));
        }
        assertThat(page(outspoken)).contains("It turned up.");
        assertThat(page(silent)).doesNotContain("Without a reason");
    }

    private String page(Filed filed) {
        return desk.client("system").get().uri(filed.trackingUrl()).retrieve().body(String.class);
    }

    private int withdraw(Filed filed) {
        return withdraw(filed, Map.of("reason", "It turned up."));
    }

    private int withdraw(Filed filed, Map<String, String> body) {
        return desk.client("system")
                .post()
                .uri("/api/complaints/{number}/withdrawal", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
