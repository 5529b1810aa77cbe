package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The third founding example: what was repaired and fails again is not repaired again, nor by the same people. */
@SandboxTest
class RepeatFailureTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void repairedTelevisionThatFailsAgainIsReplacedUnderAnotherOwner() {
        SandboxOrder order = world.copyOf("R-1003");

        Filed filed = desk.file(aboutDefect(order));
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.outcome()).isEqualTo("upheld");
        assertThat(complaint.owner()).isNotEmpty().isNotEqualTo("handler");
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "repair")).isEmpty();
        assertThat(desk.remedies(filed.caseNumber(), "replacement"))
                .extracting(Remedy::status)
                .containsExactly("settled");
    }

    @Test
    void firstFailureGoesToAPerson() {
        SandboxOrder order = world.copyOf("R-1010");

        Filed filed = desk.file(aboutDefect(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
    }

    private static ComplaintDraft aboutDefect(SandboxOrder order) {
        return aComplaint()
                .claiming("defective")
                .aboutOrder(order.number())
                .from(order.customer().email())
                .saying("The screen stays black again.");
    }
}
