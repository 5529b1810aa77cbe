package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Promise;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Nobody's customer waits because somebody is on holiday. */
@SandboxTest
class AbsenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void everybodyIsBack() {
        List.of("handler", "handler2", "lead", "lead2").forEach(this::back);
    }

    @Test
    void claimedTasksAndRepliesMoveToTheDeputyAtItsStartAndTheClocksDoNotNotice() {
        String claimed = filed();
        EngineTask task = desk.awaitTask(claimed, "Verify complaint");
        desk.claim(task, "handler");
        String asked = filed();
        desk.complete(
                desk.awaitTask(asked, "Verify complaint"),
                "handler",
                Map.of("verdict", "ask_customer", "question", "Which one was it?"));
        desk.awaitStatus(asked, "waiting_for_customer");
        List<Promise> promised = promises(claimed);

        assertThat(away("handler", "handler2", Duration.ofHours(2), Duration.ofDays(3)))
                .isEqualTo(200);
        assertThat(assignee(claimed)).isEqualTo("handler");
        world.advance(Duration.ofHours(2));

        await().atMost(PATIENCE).until(() -> "handler2".equals(assignee(claimed)));
        assertThat(desk.tasks(claimed, "Verify complaint").get(0).due()).isEqualTo(task.due());
        desk.awaitEntry(claimed, "handed_over", "from handler to handler2 until");
        desk.awaitEntry(asked, "handed_over", "from handler to handler2 until");
        assertThat(promises(claimed)).isEqualTo(promised);
        write(asked, "The red one.");
        desk.awaitTask(asked, "Verify complaint");
        assertThat(assignee(asked)).isEqualTo("handler2");

        world.advance(Duration.ofDays(3));

        await().atMost(PATIENCE)
                .until(() -> desk.instances("handler", "absence").isEmpty());
        // The ladder may have taken it from the deputy by now; whoever comes back does not get it by coming back.
        assertThat(assignee(asked)).as("what was handed over stays").isNotEqualTo("handler");
    }

    @Test
    void anApprovalMovesToADeputyWhoMayGiveItAndWaitsForAnotherWhereFourEyesForbidIt() {
        EngineTask mine = approvalOf("handler2");
        desk.claim(mine, "lead");
        EngineTask other = approvalOf("handler");
        desk.claim(other, "lead");

        away("lead", "handler2", Duration.ZERO, Duration.ofHours(8));

        await().atMost(PATIENCE).until(() -> "handler2".equals(assigneeOf(other)));
        await().atMost(PATIENCE).until(() -> assigneeOf(mine) == null);
        assertThat(desk.submit(mine, "handler2", Map.of("approval", "approve"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        back("lead");
        assertThat(desk.instances("lead", "absence")).isEmpty();
    }

    @Test
    void whereTheDeputyIsAwayTooTheTeamHasItAndCirclesAreRefused() {
        String claimed = filed();
        desk.claim(desk.awaitTask(claimed, "Verify complaint"), "handler");
        assertThat(away("handler2", "lead2", Duration.ZERO, Duration.ofDays(2))).isEqualTo(200);
        assertThat(away("lead2", "handler2", Duration.ofDays(3), Duration.ofDays(4)))
                .as("when lead2 leaves, handler2 is back")
                .isEqualTo(200);
        assertThat(away("lead2", "handler2", Duration.ofDays(1), Duration.ofDays(4)))
                .isEqualTo(400);
        assertThat(arrange("lead2", "handler2", Duration.ZERO, Duration.ofDays(1))
                        .getBody())
                .contains("handler2 is away at that time", "lead2 would stand in");

        away("handler", "handler2", Duration.ZERO, Duration.ofDays(1));

        desk.awaitEntry(claimed, "handed_over", "from handler to the team until");
        assertThat(assignee(claimed)).isNull();
    }

    private String filed() {
        return desk.file(aComplaint()
                        .claiming("service")
                        .from("absence+" + java.util.UUID.randomUUID() + "@example.org"))
                .caseNumber();
    }

    /** A refund that this person decided, in a currency in which nobody decides alone. */
    private EngineTask approvalOf(String person) {
        SandboxOrder order = world.copyOf("S-2011");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                person,
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund"));
        return desk.awaitTask(filed.caseNumber(), "Approve remedy");
    }

    private String assignee(String caseNumber) {
        return desk.tasks(caseNumber, "Verify complaint").get(0).assignee();
    }

    private String assigneeOf(EngineTask task) {
        return desk.client("manager")
                .get()
                .uri("/engine-rest/task/{id}", task.id())
                .retrieve()
                .body(EngineTask.class)
                .assignee();
    }

    private List<Promise> promises(String caseNumber) {
        return desk.read(caseNumber).promises();
    }

    private void write(String caseNumber, String text) {
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", caseNumber)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", text))
                .retrieve()
                .toBodilessEntity();
    }

    private int away(String person, String deputy, Duration in, Duration until) {
        return arrange(person, deputy, in, until).getStatusCode().value();
    }

    private ResponseEntity<String> arrange(String person, String deputy, Duration in, Duration until) {
        Instant now = desk.now();
        return desk.client("manager")
                .put()
                .uri("/api/deputies/{person}", person)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "deputy",
                        deputy,
                        "from",
                        now.plus(in).toString(),
                        "until",
                        now.plus(until).toString()))
                .retrieve()
                .toEntity(String.class);
    }

    private void back(String person) {
        desk.client("manager")
                .delete()
                .uri("/api/deputies/{person}", person)
                .retrieve()
                .toBodilessEntity();
    }
}
