package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A step of a diagram fails because the sandbox was told so. */
@SandboxTest
class EngineFaultsTest {

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

    /** A job is tried three times, so that at most two of the faults lie in the same one: a third wants a person. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serviceTask_gatherEvidence businessRuleTask_triageComplaint endEvent_refunded",
                "callActivity_refund serviceTask_explainDecision serviceTask_explainDecision/end"
            })
    void anyStepFailsAsOftenAsItWasToldAndThenWorks(String steps) {
        SandboxOrder order = world.copyOf("R-1001");
        Stream.of(steps.split(" "))
                .forEach(step ->
                        assertThat(order(step, 1).getStatusCode().value()).isEqualTo(201));

        Filed filed = desk.file(about(order, "not_received"));

        awaitPending(0);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void aTaskFailsWhereItIsPreparedAndWhereItIsSubmittedAndATimerWhereItFires() {
        order("userTask_verifyComplaint", 1);
        order("userTask_verifyComplaint/complete", 1);
        Filed filed = desk.file(about(world.copyOf("R-1010"), "other"));
        awaitPending(1);

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");
        Map<String, String> form = Map.of("verdict", "consult", "question", "What do you think?");
        assertThat(desk.submit(task, "handler", form).getStatusCode().value()).isEqualTo(500);
        assertThat(pending()).isEmpty();
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).hasSize(1);

        order("startEvent_rungDue", 1);
        // Another case's rung may take this one along, so that its own timer fires only for one of the next.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    desk.advanceIntoWork(Duration.ofDays(1));
                    assertThat(pending()).isEmpty();
                });
    }

    @Test
    void theFirstStepOfACaseRefusesWhoStartsIt() {
        order("startEvent_complaintReceived", 2);
        SandboxOrder copy = world.copyOf("R-1001");

        assertThat(desk.send(about(copy, "not_received")).getStatusCode().value())
                .isEqualTo(500);
        assertThat(pending().get(0).count()).isEqualTo(1);
        delete();
        desk.file(about(copy, "not_received"));
    }

    @Test
    void faultsThatCannotStrikeAreRefused() {
        for (String wrong : List.of(
                "{'provider':'engine','kind':'error-before','count':1}",
                "{'provider':'engine','kind':'error-before','path':' ','count':1}",
                "{'provider':'engine','kind':'slow','path':'serviceTask_gatherEvidence','count':1}",
                "{'provider':'engine','kind':'error-before','path':'serviceTask_gatherEvidence','count':0}")) {
            assertThat(order(wrong).getStatusCode().value()).as(wrong).isEqualTo(400);
        }
        assertThat(pending()).isEmpty();
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email())
                .named(order.customer().name())
                .speaking("en");
    }

    private ResponseEntity<JsonNode> order(String step, int count) {
        return order("{'provider':'engine','path':'%s','kind':'error-before','count':%d}".formatted(step, count));
    }

    private ResponseEntity<JsonNode> order(String fault) {
        return desk.client("manager")
                .post()
                .uri("/sandbox/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .body(fault.replace('\'', '"'))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    /** Lets the time pass that lies before a failed job's next try, step by step: a job that runs keeps its lock. */
    private void awaitPending(int but) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    world.advance(Duration.ofSeconds(30));
                    assertThat(pending()).hasSize(but);
                });
    }

    private List<Pending> pending() {
        return List.of(
                desk.client("manager").get().uri("/sandbox/faults").retrieve().body(Pending[].class));
    }

    /** A fault that is still to come so many times. */
    record Pending(int count) {}

    private void delete() {
        desk.client("manager").delete().uri("/sandbox/faults").retrieve().toBodilessEntity();
    }
}
