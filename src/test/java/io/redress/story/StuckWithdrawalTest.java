package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineInstance;
import io.redress.answer.engine.EngineJob;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A complaint is taken back while its case stands where nobody expected it: it ends all the same, and nothing more is paid. */
@SandboxTest
class StuckWithdrawalTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private RuntimeService runtime;

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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "R-1001, serviceTask_acknowledgeComplaint, 0",
        "R-1001, serviceTask_refundPayment, 0",
        "R-1001, gateway_followUpOwed, 1"
    })
    void stepThatFailsForGoodIsLeft(String like, String step, int refunds) {
        withdrawnWhereItFails(like, step, refunds);
    }

    @Tag("deep")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "R-1001, serviceTask_gatherEvidence, 0",
        "R-1004, userTask_verifyComplaint, 0",
        "R-1001, businessRuleTask_decideRemedy, 0",
        "R-1001, businessRuleTask_decideCompensation, 1",
        "R-1001, serviceTask_explainDecision, 1"
    })
    void anyOtherStepThatFailsForGoodIsLeftToo(String like, String step, int refunds) {
        withdrawnWhereItFails(like, step, refunds);
    }

    private void withdrawnWhereItFails(String like, String step, int refunds) {
        world.failAt(step, 100_000);
        SandboxOrder order = world.copyOf(like);
        Filed filed = file(order);
        giveUp(filed);

        assertThat(withdraw(filed)).isEqualTo(202);

        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        awaitConfirmation(order);
        world.behave();
        world.advance(Duration.ofHours(1));
        desk.awaitEntry(filed.caseNumber(), "closed", "");
        assertThat(desk.instances(filed.caseNumber(), "complaintResolution")).isEmpty();
        assertThat(world.refunds(filed.caseNumber())).hasSize(refunds);
        assertThat(withdraw(filed)).as("repeated").isEqualTo(202);
    }

    @Test
    void caseWithoutAnyProcessIsTakenBack() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = file(order);
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(filed.caseNumber()).list().stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "A slip of an administrator"));

        assertThat(withdraw(filed)).isEqualTo(202);

        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        awaitConfirmation(order);
    }

    @Test
    void leadsLastWordIsNotWrittenAnyMore() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = file(order);
        for (int round = 1; round <= 2; round++) {
            EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
            String handler = round == 1 ? "handler" : task.assignee();
            desk.complete(task, handler, Map.of("verdict", "rejected", "reason", "Somebody signed for it."));
            desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
            world.advance(Duration.ofDays(6));
            desk.awaitCase(filed.caseNumber(), complaint -> feedback(filed) < 300);
        }
        desk.awaitTask(filed.caseNumber(), "Give final answer");

        assertThat(withdraw(filed)).isEqualTo(202);

        Complaint withdrawn = desk.awaitStatus(filed.caseNumber(), "withdrawn");
        awaitConfirmation(order);
        assertThat(desk.tasks(filed.caseNumber(), "Give final answer")).isEmpty();
        assertThat(withdrawn.clocks())
                .filteredOn(clock -> clock.state().equals("running"))
                .as("nobody is late any more")
                .isEmpty();
    }

    @Test
    void whatIsOnItsWayIsSettledFirstAlsoWhereTheStepBehindItFails() {
        SandboxOrder order = world.copyOf("R-1001");
        world.providers().stripeWebhooks().travel(Manner.LOST);
        world.fault("stripe", "lost-answer", 1);
        world.failAt("gateway_withdrawnMeanwhile", 100_000);
        Filed filed = file(order);
        desk.awaitCase(filed.caseNumber(), complaint -> desk.remedies(filed.caseNumber(), "refund").stream()
                .anyMatch(remedy -> remedy.status().equals("unknown")));

        assertThat(withdraw(filed)).isEqualTo(202);
        world.advance(Duration.ofMinutes(5));
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofMinutes(5));
            return complaint.status().equals("withdrawn");
        });

        assertThat(world.refundsOf(order.paymentReference())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("settled");
        desk.awaitMail(address(order), order.total());
    }

    @Test
    void caseEndsAlsoWhereTheCustomerCannotBeToldNow() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = file(order);
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        world.fault("smtp", "down", 1000);

        assertThat(withdraw(filed)).isEqualTo(202);
        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        world.behave();
        world.advance(Duration.ofHours(1));
        awaitConfirmation(order);

        SandboxOrder second = world.copyOf("R-1004");
        Filed failing = file(second);
        desk.awaitTask(failing.caseNumber(), "Verify complaint");
        world.failAt("serviceTask_confirmWithdrawal", 100_000);
        assertThat(withdraw(failing)).isEqualTo(202);
        world.advance(Duration.ofMinutes(16));
        desk.awaitStatus(failing.caseNumber(), "withdrawn");
        world.behave();
        world.advance(Duration.ofHours(1));
        awaitConfirmation(second);
    }

    /** Waits until a step of the case has failed, and lets no attempt be left. */
    private void giveUp(Filed filed) {
        await("a failed step of " + filed.caseNumber())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> !failedJobs(filed).isEmpty());
        failedJobs(filed).forEach(job -> desk.client("manager")
                .put()
                .uri("/engine-rest/job/{id}/retries", job.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("retries", 0))
                .retrieve()
                .toBodilessEntity());
    }

    private List<EngineJob> failedJobs(Filed filed) {
        return ask("/engine-rest/process-instance?businessKey={key}", filed.caseNumber(), EngineInstance[].class)
                .flatMap(instance -> ask(
                        "/engine-rest/job?withException=true&processInstanceId={id}", instance.id(), EngineJob[].class))
                .toList();
    }

    private <T> Stream<T> ask(String uri, String value, Class<T[]> type) {
        return Stream.of(desk.client("manager").get().uri(uri, value).retrieve().body(type));
    }

    private void awaitConfirmation(SandboxOrder order) {
        desk.awaitMail(address(order), "Should you change your mind");
    }

    private static String address(SandboxOrder order) {
        return order.customer().email();
    }

    private Filed file(SandboxOrder order) {
        return desk.file(
                aComplaint().claiming("not_received").aboutOrder(order.number()).from(address(order)));
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

    private int withdraw(Filed filed) {
        return desk.client("system")
                .post()
                .uri("/api/complaints/{number}/withdrawal", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "It turned up."))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
