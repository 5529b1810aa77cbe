package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Answers;
import io.redress.answer.Complaint.Mending;
import io.redress.answer.ProblemDocument;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that fail: whatever fails for good becomes a person's task with the reason in words and ways on. */
@SandboxTest
class MendCaseTest {

    private SandboxDriver world;
    private Desk desk;
    private Mender mender;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
        this.mender = new Mender(world, desk);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void whoeverHasTheTaskTriesAgainOnceTheCauseIsGone() {
        world.failAt("serviceTask_gatherEvidence", 1_000);
        Filed filed = lostParcel();

        EngineTask task = mender.awaitTask(filed.caseNumber());
        Mending mending = desk.read(filed.caseNumber()).mending();
        assertThat(mending.step()).isEqualTo("Gather evidence");
        assertThat(mending.reason()).contains("nobody foresaw").doesNotContain("Exception");
        assertThat(mending.since()).isNotNull();
        assertThat(gauge("redress_tasks_mend")).isPositive();
        assertThat(gauge("redress_cases_stuck")).isPositive();
        assertThat(health().path("status").asText()).isEqualTo("UP");
        assertThat(health().at("/components/stuckCases/details/tasksMend").asInt())
                .isPositive();

        // Tried too early it comes back.
        desk.complete(task, "handler", mend("try_again"));
        EngineTask again = mender.awaitTask(filed.caseNumber());
        assertThat(again.id()).isNotEqualTo(task.id());
        world.behave();
        desk.complete(again, "handler", mend("try_again"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(desk.read(filed.caseNumber()).mending()).isNull();
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        desk.awaitEntry(filed.caseNumber(), "mended", "Because I say so");
    }

    @Test
    void theHandlerDecidesWhereAStepStaysBroken() {
        world.failAt("businessRuleTask_triageComplaint", 1_000);
        Filed filed = lostParcel();

        EngineTask task = mender.awaitTask(filed.caseNumber());
        assertThat(desk.read(filed.caseNumber()).mending().step()).isEqualTo("Triage complaint");
        assertThat(desk.submit(claimed(task), "handler", mend("go_on"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        desk.complete(task, "handler", mend("decide_by_hand"));

        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.complete(verify, "handler", Map.of("verdict", "confirmed"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(desk.tasks(filed.caseNumber(), "Mend case")).isEmpty();
    }

    @Test
    void whatTheCustomerMustHearIsNeverLeftOut() {
        world.failAt("serviceTask_acknowledgeComplaint", 1_000);
        world.failAt("serviceTask_explainDecision", 1_000);
        Filed filed = lostParcel();

        EngineTask task = claimed(mender.awaitTask(filed.caseNumber()));
        String refused = desk.submit(task, "handler", mend("go_on")).getBody();
        assertThat(refused).contains("never left out").contains("Try again");
        for (Map<String, String> garbage : List.of(
                Map.<String, String>of(),
                Map.of("mend", "", "reason", "x"),
                Map.of("mend", "TRY AGAIN", "reason", "x"),
                Map.of("mend", "try_again; drop table", "reason", "x"),
                Map.of("mend", "try_again"),
                Map.of("mend", "try_again", "reason", " "))) {
            assertThat(desk.submit(task, "handler", garbage).getStatusCode().value())
                    .as(garbage.toString())
                    .isEqualTo(400);
        }
        // The cause goes away by itself for the one step; the other one breaks after the money is out.
        world.behave();
        world.failAt("serviceTask_explainDecision", 1_000);
        desk.complete(task, "handler", mend("try_again"));
        EngineTask later = claimed(mender.awaitTask(filed.caseNumber()));
        assertThat(desk.read(filed.caseNumber()).mending().step()).isEqualTo("Explain decision");
        assertThat(desk.submit(later, "handler", mend("go_on")).getBody()).contains("never left out");
        world.behave();
        desk.complete(later, "handler", mend("try_again"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void caseGoesOnWithoutAStepThatNobodyNeeds() {
        world.failAt("serviceTask_sendFollowUp", 1_000);
        Filed filed = lostParcel();
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofDays(7));

        EngineTask task = claimed(mender.awaitTask(filed.caseNumber()));
        assertThat(desk.read(filed.caseNumber()).mending().step()).isEqualTo("Send follow-up");
        assertThat(desk.submit(task, "handler", mend("decide_by_hand")).getBody())
                .contains("knows the decision already");
        desk.complete(task, "handler", mend("go_on"));

        desk.awaitStep(filed.caseNumber(), "followUp", "gateway_awaitAnswer");
        assertThat(desk.tasks(filed.caseNumber(), "Mend case")).isEmpty();
        world.advance(Duration.ofDays(15));
        desk.awaitStatus(filed.caseNumber(), "closed");
    }

    @Test
    void ofTenWhoMendAtOnceOneDoesIt() throws Exception {
        world.failAt("serviceTask_gatherEvidence", 1_000);
        Filed filed = lostParcel();
        EngineTask task = mender.awaitTask(filed.caseNumber());
        world.behave();

        List<ResponseEntity<String>> answers = atOnce(10, () -> desk.submit(task, "lead", mend("try_again")));

        assertThat(answers)
                .filteredOn(answer -> answer.getStatusCode().is2xxSuccessful())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.getStatusCode().is2xxSuccessful())
                .allSatisfy(answer -> {
                    assertThat(answer.getStatusCode().value())
                            .as(answer.getBody())
                            .isIn(400, 404, 409);
                    assertThat(answer.getBody()).contains("detail");
                });
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(desk.timeline(filed.caseNumber()))
                .filteredOn(entry -> entry.kind().equals("mended"))
                .hasSize(1);
    }

    @Test
    void anOutageIsATaskAfterAQuarterOfAnHourAndEndsByItself() {
        world.fault("smtp", "down", 100_000);
        Filed filed = lostParcel();
        await().until(() -> failures(filed.caseNumber()) > 0);
        world.advance(Duration.ofMinutes(10));
        await().until(() -> failures(filed.caseNumber()) > 1);
        assertThat(desk.tasks(filed.caseNumber(), "Mend case")).isEmpty();
        world.advance(Duration.ofMinutes(6));

        desk.awaitTask(filed.caseNumber(), "Mend case");
        assertThat(desk.read(filed.caseNumber()).mending().reason()).isEqualTo("The mail server does not answer");
        world.behave();
        world.advance(Duration.ofHours(2));

        desk.awaitCase(filed.caseNumber(), complaint -> complaint.mending() == null);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(desk.tasks(filed.caseNumber(), "Mend case")).isEmpty();
        desk.awaitEntry(filed.caseNumber(), "moves_again", "Acknowledge complaint");
    }

    @Test
    void whoCallsAFailingStepHearsItAndNothingIsKept() {
        world.failAt("startEvent_complaintReceived", 1_000);
        ResponseEntity<String> refused = desk.send(aboutLostParcel());
        assertThat(refused.getStatusCode().value()).isEqualTo(500);
        assertThat(Answers.read(refused, ProblemDocument.class).detail())
                .contains("Complaint received")
                .contains("Nothing was stored");
        world.behave();

        Filed filed = desk.file(aComplaint().from("nobody@customer.example").saying("What now?"));
        EngineTask task = claimed(desk.awaitTask(filed.caseNumber(), "Verify complaint"));
        world.failAt("userTask_verifyComplaint/complete", 1);
        ResponseEntity<String> answer =
                desk.submit(task, "handler", Map.of("verdict", "consult", "question", "What do you think?"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).contains("Verify complaint").contains("Nothing was stored");
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).hasSize(1);
        assertThat(desk.tasks(filed.caseNumber(), "Advise handler")).isEmpty();
    }

    private Filed lostParcel() {
        return desk.file(aboutLostParcel());
    }

    private ComplaintDraft aboutLostParcel() {
        SandboxOrder order = world.copyOf("R-1001");
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }

    private EngineTask claimed(EngineTask task) {
        desk.claim(task, "handler");
        return task;
    }

    private static Map<String, String> mend(String choice) {
        return Mender.mend(choice);
    }

    private int failures(String caseNumber) {
        return jdbc.sql("""
                        select coalesce(sum(f.outages), 0) from redress.job_failure f join act_ru_job j on j.id_ = f.job_id
                          join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = :case""").param("case", caseNumber).query(Integer.class).single();
    }

    private double gauge(String name) {
        String figures = desk.client("manager")
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class);
        return figures.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode health() {
        return desk.client("manager").get().uri("/actuator/health").retrieve().body(JsonNode.class);
    }

    private static <T> List<T> atOnce(int many, Callable<T> act) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(many);
        try {
            List<T> answers = new ArrayList<>();
            for (var answer : people.invokeAll(
                    IntStream.range(0, many).mapToObj(person -> act).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }
}
