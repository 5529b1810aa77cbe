package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.engine.EngineInstance;
import io.redress.answer.engine.EngineJob;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** The step behind one that speaks fails again and again: what was said stays said, once, and the case knows it. */
@SandboxTest
class SavePointStoryTest {

    private static final int ALWAYS = 100_000;

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void decisionStaysExplained() {
        SandboxOrder order = world.copyOf("R-1001");
        world.failAt("gateway_followUpOwed", ALWAYS);
        Filed filed = file(order);

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        failOften(filed);

        assertSaid(filed, "Decision");
        assertThat(desk.read(filed.caseNumber()).status()).isEqualTo("waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        goOn(filed);
        // Five days after the letter, wherever the process stood meanwhile.
        world.advance(Duration.ofDays(6));
        desk.awaitEntry(filed.caseNumber(), "message_sent", "Follow up");
    }

    @Test
    void questionAndItsAnswerAreKept() {
        world.failAt("gateway_answeredAlready", ALWAYS);
        Filed filed = file(world.copyOf("R-1004"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "ask_customer", "question", "Who signed for it?"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_customer");
        failOften(filed);
        assertSaid(filed, "Question");

        // The answer comes before anybody waits for it; and the handler's task cannot be prepared.
        assertThat(post(filed, "messages", Map.of("text", "My neighbour."))).isEqualTo(202);
        world.behave();
        world.failAt("userTask_verifyComplaint", ALWAYS);
        world.advance(Duration.ofHours(1));
        assertThat(post(filed, "messages", Map.of("text", "And one more thing.")))
                .as("unasked")
                .isEqualTo(202);
        failOften(filed);
        goOn(filed);

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        world.failAt("endEvent_replySent", ALWAYS);
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Answer customer"),
                "handler",
                Map.of("replyNeeded", "yes", "reply", "Thank you for telling us."));
        desk.awaitEntry(filed.caseNumber(), "message_sent", "Reply");
        failOften(filed);
        assertSaid(filed, "Reply");
    }

    @Test
    void messageIsTakenThoughNobodysTaskCanBeMade() {
        Filed filed = file(world.copyOf("R-1004"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        world.failAt("userTask_answerCustomer", ALWAYS);
        world.failAt("userTask_readMessage", ALWAYS);

        assertThat(post(filed, "messages", Map.of("text", "Are you there?"))).isEqualTo(202);
        assertThat(post(filed, "withdrawal", Map.of("reason", "Enough."))).isEqualTo(202);
        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        assertThat(post(filed, "messages", Map.of("text", "I changed my mind.")))
                .isEqualTo(202);
        failOften(filed);
        goOn(filed);

        desk.awaitTask(filed.caseNumber(), "Answer customer");
        desk.awaitTask(filed.caseNumber(), "Read message");
    }

    @Test
    void followUpFinalAnswerAndReopeningAreKept() {
        Filed filed = file(world.copyOf("R-1004"));
        reject(filed, "handler");
        world.failAt("gateway_awaitAnswer", ALWAYS);
        world.advance(Duration.ofDays(6));
        desk.awaitEntry(filed.caseNumber(), "message_sent", "Follow up");
        failOften(filed);
        assertSaid(filed, "Follow up");
        goOn(filed);
        desk.awaitStep(filed.caseNumber(), "followUp", "gateway_awaitAnswer");

        world.failAt("serviceTask_reopenComplaint", ALWAYS);
        assertThat(feedback(filed)).isEqualTo(202);
        failOften(filed);
        goOn(filed);
        EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        reject(filed, again.assignee());
        world.advance(Duration.ofDays(6));
        desk.awaitCase(filed.caseNumber(), complaint -> feedback(filed) < 300);

        world.failAt("serviceTask_closeComplaint", ALWAYS);
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Give final answer"),
                "lead",
                Map.of("finalAnswer", "This is our last word."));
        desk.awaitEntry(filed.caseNumber(), "message_sent", "Final answer");
        failOften(filed);
        assertSaid(filed, "Final answer");
        goOn(filed);
        desk.awaitStatus(filed.caseNumber(), "closed");
    }

    private void reject(Filed filed, String login) {
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                login,
                Map.of("verdict", "rejected", "reason", "Somebody signed for it."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
    }

    /** Lets the step that fails be tried once more at least. */
    private void failOften(Filed filed) {
        await("a failed step of " + filed.caseNumber())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> failedJobs(filed) > 0);
        world.advance(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> failedJobs(filed) > 0);
    }

    private int failedJobs(Filed filed) {
        return Stream.of(ask(
                        "/engine-rest/process-instance?businessKey={key}", filed.caseNumber(), EngineInstance[].class))
                .mapToInt(instance -> ask(
                                "/engine-rest/job?withException=true&processInstanceId={id}",
                                instance.id(),
                                EngineJob[].class)
                        .length)
                .sum();
    }

    private <T> T ask(String uri, String value, Class<T> type) {
        return desk.client("manager").get().uri(uri, value).retrieve().body(type);
    }

    /** The cause is gone, and who has the task to mend it has each failed step tried again. */
    private void goOn(Filed filed) {
        world.behave();
        world.advance(Duration.ofHours(7));
        await("all steps of " + filed.caseNumber() + " go well")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    desk.tasks(filed.caseNumber(), "Mend case")
                            .forEach(task -> desk.submit(task, "manager", Mender.mend("try_again")));
                    return failedJobs(filed) == 0;
                });
    }

    /** By mail and in the timeline, once each. */
    private void assertSaid(Filed filed, String what) {
        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.kind().equals("message_sent"))
                .filteredOn(entry -> entry.text().startsWith(what))
                .hasSize(1);
    }

    private Filed file(SandboxOrder order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private int post(Filed filed, String what, Map<String, String> body) {
        return desk.client("system")
                .post()
                .uri("/api/complaints/{number}/" + what, filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int feedback(Filed filed) {
        return world.anybody()
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .post()
                .uri(filed.trackingUrl() + "/feedback")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("resolved", false))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
