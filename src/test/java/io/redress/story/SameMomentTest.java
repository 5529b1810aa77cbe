package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.Overtaking;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case moves on, as when a rung is climbed, while a handler completes its task: nobody hears of the conflict. */
@SandboxTest
class SameMomentTest {

    private static final Map<String, String> CONFIRMED = Map.of(
            "verdict", "confirmed",
            "cause", "system",
            "remedyChoice", "refund",
            "reason", "The signature is not yours.");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Overtaking overtaking;

    private Filed filed;
    private EngineTask task;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @BeforeEach
    void claim() {
        SandboxOrder order = world.copyOf("R-1004");
        filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");
    }

    @Test
    void completionSurvivesThatTheEngineMovedOn() throws Exception {
        ResponseEntity<String> answer =
                completedWhile("update act_ru_task set rev_ = rev_ + 1 where id_ = :id", task.id());

        assertPaidOnce(answer);
    }

    @Test
    void completionSurvivesThatTheCaseFileMovedOn() throws Exception {
        ResponseEntity<String> answer = completedWhile(
                "update redress.complaint set version = version + 1, priority = 90 where case_number = :id",
                filed.caseNumber());

        assertPaidOnce(answer);
    }

    private void assertPaidOnce(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(204);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
    }

    private ResponseEntity<String> completedWhile(String otherChange, String id) throws Exception {
        return overtaking.by(
                () -> jdbc.sql(otherChange).param("id", id).update(), () -> desk.submit(task, "handler", CONFIRMED));
    }
}
