package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Above a limit another person has to agree, and nobody is that other person to themselves. */
@SandboxTest
class ApprovalTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void expensiveParcelWaitsForALeadAndIsPaidOnceApproved() {
        Filed filed = fileExpensive();
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Approve remedy");
        assertThat(desk.read(filed.caseNumber()).status()).isEqualTo("waiting_for_approval");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();

        desk.complete(task, approver(task), Map.of("approval", "approve"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void refusedApprovalGoesBackToTheHandlerAndNothingIsPaid() {
        Filed filed = fileExpensive();
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Approve remedy");

        desk.complete(
                task,
                approver(task),
                Map.of("approval", "refuse", "approvalReason", "Ask the carrier for a search first."));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("superseded");
        assertThat(desk.timeline(filed.caseNumber()))
                .extracting(TimelineItem::text)
                .contains("Ask the carrier for a search first.");
    }

    @Test
    void whoDecidedCanNeitherTakeNorApproveIt() {
        Filed filed = fileExpensive();
        EngineTask first = desk.awaitTask(filed.caseNumber(), "Approve remedy");
        desk.complete(first, approver(first), Map.of("approval", "refuse", "approvalReason", "Look again."));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "as_proposed"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Approve remedy");

        assertThat(desk.claim(task, "handler").getStatusCode().is4xxClientError())
                .isTrue();
        assertThat(desk.submit(task, "handler", Map.of("approval", "approve"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    /** The lowest rank that the task is offered to. */
    private String approver(EngineTask task) {
        String links = desk.client("manager")
                .get()
                .uri("/engine-rest/task/{id}/identity-links", task.id())
                .retrieve()
                .body(String.class);
        return links.contains("leads") ? "lead" : "manager";
    }

    private Filed fileExpensive() {
        SandboxOrder order = world.copyOf("R-1007");
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }
}
