package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        JsonNode order = world.copyOf(like);
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
        JsonNode order = world.copyOf("R-1004");
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
        JsonNode order = world.copyOf("R-1004");
        Filed filed = file(order);
        for (int round = 1; round <= 2; round++) {
            JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
            String handler = round == 1 ? "handler" : task.path("assignee").asText();
            desk.complete(task, handler, Map.of("verdict", "rejected", "reason", "Somebody signed for it."));
            desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
            world.advance(Duration.ofDays(6));
            desk.awaitCase(filed.caseNumber(), complaint -> feedback(filed) < 300);
        }
        desk.awaitTask(filed.caseNumber(), "Give final answer");

        assertThat(withdraw(filed)).isEqualTo(202);

        JsonNode withdrawn = desk.awaitStatus(filed.caseNumber(), "withdrawn");
        awaitConfirmation(order);
        assertThat(desk.tasks(filed.caseNumber(), "Give final answer")).isEmpty();
        assertThat(Desk.list(withdrawn.path("clocks")))
                .filteredOn(clock -> clock.path("state").asText().equals("running"))
                .as("nobody is late any more")
                .isEmpty();
    }

    @Test
    void whatIsOnItsWayIsSettledFirstAlsoWhereTheStepBehindItFails() {
        JsonNode order = world.copyOf("R-1001");
        world.providers().stripeWebhooks().travel(Manner.LOST);
        world.fault("stripe", "lost-answer", 1);
        world.failAt("gateway_withdrawnMeanwhile", 100_000);
        Filed filed = file(order);
        desk.awaitCase(filed.caseNumber(), complaint -> desk.remedies(filed.caseNumber(), "refund").stream()
                .anyMatch(remedy -> remedy.path("status").asText().equals("unknown")));

        assertThat(withdraw(filed)).isEqualTo(202);
        world.advance(Duration.ofMinutes(5));
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofMinutes(5));
            return complaint.path("status").asText().equals("withdrawn");
        });

        assertThat(world.refundsOf(order.path("paymentReference").asText())).hasSize(1);
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(remedy -> remedy.path("status").asText())
                .containsExactly("settled");
        desk.awaitMail(address(order), order.path("total").asText());
    }

    @Test
    void caseEndsAlsoWhereTheCustomerCannotBeToldNow() {
        JsonNode order = world.copyOf("R-1004");
        Filed filed = file(order);
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        world.fault("smtp", "down", 1000);

        assertThat(withdraw(filed)).isEqualTo(202);
        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        world.behave();
        world.advance(Duration.ofHours(1));
        awaitConfirmation(order);

        JsonNode second = world.copyOf("R-1004");
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
                .uri("/engine-rest/job/{id}/retries", job.path("id").asText())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("retries", 0))
                .retrieve()
                .toBodilessEntity());
    }

    private List<JsonNode> failedJobs(Filed filed) {
        return ask("/engine-rest/process-instance?businessKey={key}", filed.caseNumber()).stream()
                .flatMap(
                        instance -> ask(
                                "/engine-rest/job?withException=true&processInstanceId={id}",
                                instance.path("id").asText())
                                .stream())
                .toList();
    }

    private List<JsonNode> ask(String uri, String value) {
        return Desk.list(desk.client("manager").get().uri(uri, value).retrieve().body(JsonNode.class));
    }

    private void awaitConfirmation(JsonNode order) {
        desk.awaitMail(address(order), "Should you change your mind");
    }

    private static String address(JsonNode order) {
        return order.path("customer").path("email").asText();
    }

    private Filed file(JsonNode order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(address(order)));
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
