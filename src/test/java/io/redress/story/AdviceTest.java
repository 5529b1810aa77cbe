package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Clock;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A handler asks a colleague: the one who is asked hears of it, has a clock, and is another person. */
@SandboxTest
class AdviceTest {

    private static final String QUESTION = "Is a scratch on the back a defect?";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void everybodyIsBack() {
        List.of("lead", "lead2").forEach(person -> desk.client("manager")
                .delete()
                .uri("/api/deputies/{person}", person)
                .retrieve()
                .toBodilessEntity());
    }

    @Test
    void whoIsAskedIsToldAndWhoAskedHearsTheAnswerAndNeverGivesIt() {
        Filed filed = file();
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(desk.caseFile(verify, "handler"))
                .contains("\"value\":\"lead2\"")
                .contains("The leads");
        assertThat(ask(verify, "nobody", 400)).contains("adviser");
        assertThat(ask(verify, "handler", 400)).contains("somebody else than yourself");

        ask(verify, "lead2", 204);

        EngineTask advise = desk.awaitTask(filed.caseNumber(), "Advise handler");
        assertThat(advise.assignee()).isEqualTo("lead2");
        assertThat(desk.awaitAlert("lead2", QUESTION).toString()).contains("Hanna Handler asks for advice");
        assertThat(desk.caseFile(advise, "lead2")).contains(QUESTION);
        assertThat(clock(filed).dueAt()).isNotNull();
        desk.client("lead2")
                .post()
                .uri("/engine-rest/task/{id}/unclaim", advise.id())
                .retrieve()
                .toBodilessEntity();
        assertThat(desk.claim(advise, "handler").getStatusCode().is4xxClientError())
                .isTrue();
        assertThat(desk.submit(advise, "handler", Map.of("advice", "I think so myself."))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        desk.complete(advise, "lead2", Map.of("advice", "Only if it was there when it came."));

        desk.awaitAlert("handler", "Only if it was there when it came.");
        assertThat(desk.caseFile(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "handler"))
                .contains("Leo Lead advises", "Only if it was there when it came.");
        assertThat(clock(filed).state()).isEqualTo("met");
    }

    @Test
    void whoeverTheTeamIsAskedByIsNotAmongIt() {
        Filed filed = file();
        ask(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "team", 204);
        EngineTask advise = desk.awaitTask(filed.caseNumber(), "Advise handler");

        assertThat(desk.claim(advise, "handler").getBody()).contains("Nobody advises themselves");
        assertThat(desk.submit(advise, "handler", Map.of("advice", "I think so myself."))
                        .getBody())
                .contains("Nobody advises themselves");

        desk.complete(advise, "handler2", Map.of("advice", "Yes."));
    }

    @Test
    void anAbsentColleaguesDeputyIsAskedAndNeverWhoAsks() {
        deputy("lead2", "lead");
        Filed filed = file();
        ask(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "lead2", 204);
        EngineTask advise = desk.awaitTask(filed.caseNumber(), "Advise handler");
        assertThat(advise.assignee()).isEqualTo("lead");
        desk.awaitAlert("lead", QUESTION);
        // Who asks becomes the deputy of who was asked: the task goes to the others, not to them.
        deputy("lead", "handler");
        assertThat(desk.awaitTask(filed.caseNumber(), "Advise handler").assignee())
                .isNotEqualTo("handler");
        desk.complete(advise, "lead2", Map.of("advice", "Yes."));
    }

    @Test
    void adviceThatNobodyGivesComesBackToWhoAsked() {
        Filed filed = file();
        ask(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "lead2", 204);
        desk.awaitTask(filed.caseNumber(), "Advise handler");

        await("the case comes back")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    boolean back =
                            !desk.tasks(filed.caseNumber(), "Verify complaint").isEmpty();
                    if (!back) {
                        desk.advanceIntoWork(Duration.ofHours(2));
                    }
                    return back;
                });

        assertThat(desk.tasks(filed.caseNumber(), "Advise handler")).isEmpty();
        desk.awaitAlert("handler", "Nobody has given the advice");
        assertThat(desk.caseFile(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "lead"))
                .contains("Nobody has given the advice that was asked for");
        assertThat(clock(filed).state()).isNotEqualTo("met");
    }

    private Filed file() {
        SandboxOrder order = world.copyOf("R-1004");
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private String ask(EngineTask verify, String adviser, int status) {
        desk.claim(verify, "handler");
        var answer =
                desk.submit(verify, "handler", Map.of("verdict", "consult", "question", QUESTION, "adviser", adviser));
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        return String.valueOf(answer.getBody());
    }

    private Clock clock(Filed filed) {
        return desk.read(filed.caseNumber()).clocks().stream()
                .filter(clock -> clock.kind().equals("advice"))
                .findFirst()
                .orElseThrow();
    }

    private void deputy(String person, String deputy) {
        desk.client("manager")
                .put()
                .uri("/api/deputies/{person}", person)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "deputy",
                        deputy,
                        "until",
                        world.clock().instant().plus(Duration.ofDays(2)).toString(),
                        "reason",
                        "On leave"))
                .retrieve()
                .toBodilessEntity();
    }
}
