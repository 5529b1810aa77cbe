package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client.Answer;
import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/** Two people want the same task: one has it, the other is told who. */
@SandboxTest
class TwoAtOneTaskTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whoComesSecondIsToldWhoHasTheTaskOnEveryDoor() {
        String task = verify().id();
        String mine = "{\"userId\":\"handler\"}";
        assertThat(Door.REST
                        .as(world.baseUrl(), "handler")
                        .post("/engine-rest/task/" + task + "/claim", mine)
                        .status())
                .isEqualTo(204);

        for (Door door : Door.values()) {
            for (String second : List.of("handler2", "lead", "manager")) {
                Answer answer = door.as(world.baseUrl(), second)
                        .post(door.prefix() + "/task/" + task + "/claim", "{\"userId\":\"" + second + "\"}");
                assertThat(answer.status())
                        .as(door + " " + second + answer.body())
                        .isEqualTo(409);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                assertThat(answer.json().path("detail").asText())
                        .contains("Hanna Handler (handler) has taken this task");
                assertThat(answer.json().path("message").asText()).contains("Hanna Handler");
            }
            assertThat(door.as(world.baseUrl(), "handler")
                            .post(door.prefix() + "/task/" + task + "/claim", mine)
                            .status())
                    .as("one's own")
                    .isEqualTo(204);
        }

        assertThat(Door.REST
                        .as(world.baseUrl(), "lead")
                        .post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"lead\"}")
                        .status())
                .as("a lead takes it over on purpose")
                .isEqualTo(204);
    }

    @Test
    void oneOfTwoWinsWhoClaimAtTheSameMoment() {
        EngineTask task = verify();

        List<ResponseEntity<String>> answers =
                atOnce(() -> desk.claim(task, "handler"), () -> desk.claim(task, "handler2"));

        assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsExactlyInAnyOrder(204, 409);
        assertThat(answers).anySatisfy(answer -> assertThat(answer.getBody()).contains("has taken this task"));
    }

    @Test
    void oneOfTwoWinsWhoAnswerAtTheSameMomentAndTheLaterIsToldWhoDidIt() {
        EngineTask task = verify();
        desk.claim(task, "handler");
        Map<String, String> refusal = Map.of("verdict", "rejected", "reason", "It was handed over at your address.");

        List<ResponseEntity<String>> answers =
                atOnce(() -> desk.submit(task, "handler", refusal), () -> desk.submit(task, "lead", refusal));

        assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsExactlyInAnyOrder(204, 409);
        ResponseEntity<String> later = desk.submit(task, "lead", refusal);
        assertThat(later.getStatusCode().value()).as(later.getBody()).isEqualTo(409);
        assertThat(later.getBody()).contains("has done this task already");
        assertThat(desk.claim(task, "lead").getStatusCode().value()).isEqualTo(409);
    }

    private static List<ResponseEntity<String>> atOnce(
            Supplier<ResponseEntity<String>> one, Supplier<ResponseEntity<String>> other) {
        List<CompletableFuture<ResponseEntity<String>>> both =
                Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
        return both.stream().map(CompletableFuture::join).toList();
    }

    private EngineTask verify() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        return desk.awaitTask(filed.caseNumber(), "Verify complaint");
    }
}
