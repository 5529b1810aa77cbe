package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A provider that stays broken longer than anybody waits for it. */
@SandboxTest
class BreakdownTest {

    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

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
        world.providers().stripeWebhooks().travel(Manner.ONCE);
    }

    @Test
    void customerIsPaidAnotherWayWhereTheProviderNeverPaid() {
        strike(FaultKind.ERROR_BEFORE, 1000, 0);
        Filed filed = file(world.copyOf("R-1001"));

        JsonNode task = awaitStuck(filed);
        assertThat(incidents(filed)).hasSize(1);
        assertThat(statuses(filed)).containsExactly("unknown");
        world.behave();
        desk.complete(task, "handler", Map.of("resolution", "done_otherwise", "proof", "Bank transfer 0815"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(statuses(filed)).containsExactly("failed", "settled");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        assertThat(incidents(filed)).isEmpty();
    }

    @Test
    void nobodyPaysAnotherWayWhatTheProviderMayHavePaid() {
        world.providers().stripeWebhooks().travel(Manner.LOST);
        strike(FaultKind.LOST_ANSWER, 1, 0);
        Filed filed = file(world.copyOf("R-1001"));
        desk.awaitCase(filed.caseNumber(), complaint -> statuses(filed).equals(List.of("unknown")));
        strike(FaultKind.DOWN, 100_000, 0);

        JsonNode task = awaitStuck(filed);
        Map<String, String> otherwise = Map.of("resolution", "done_otherwise", "proof", "Bank transfer 0816");
        desk.claim(task, "handler");
        assertThat(desk.submit(task, "handler", otherwise).getBody()).contains("cannot be ruled out");
        world.behave();
        assertThat(desk.submit(task, "handler", otherwise).getBody()).contains("It was done already");
        assertThat(desk.submit(task, "handler", Map.of("resolution", "try_again"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(statuses(filed)).containsExactly("settled");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(incidents(filed)).isEmpty();
    }

    @Test
    void aProviderIsLeftAloneForAsLongAsItAsks() {
        strike(FaultKind.RATE_LIMIT, 1, 600);
        Filed filed = file(world.copyOf("R-1001"));
        desk.awaitCase(filed.caseNumber(), complaint -> statuses(filed).equals(List.of("unknown")));

        Instant now = world.clock().instant();
        await().atMost(Duration.ofSeconds(10)).until(() -> nextAttempt(filed).isAfter(now.plusSeconds(500)));
        world.advance(Duration.ofSeconds(600));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
    }

    private void strike(FaultKind kind, int count, int seconds) {
        String path = kind == FaultKind.DOWN ? "/v1/refunds" : "POST /v1/refunds";
        world.providers().faults().order(new Fault(Provider.STRIPE, kind, count, path, seconds));
    }

    private Filed file(JsonNode order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText()));
    }

    /** Lets each of the attempts come, one after the other. */
    private JsonNode awaitStuck(Filed filed) {
        await("task for the stuck refund")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Duration wait = Duration.between(world.clock().instant(), nextAttempt(filed));
                    if (!wait.isNegative() && !wait.isZero()) {
                        world.advance(wait);
                    }
                    return !desk.tasks(filed.caseNumber(), "Resolve by hand").isEmpty();
                });
        return desk.awaitTask(filed.caseNumber(), "Resolve by hand");
    }

    private List<String> statuses(Filed filed) {
        return desk.remedies(filed.caseNumber(), "refund").stream()
                .map(remedy -> remedy.path("status").asText())
                .toList();
    }

    /** Incidents of the processes that resolve the case by now. */
    private List<JsonNode> incidents(Filed filed) {
        return ask("/engine-rest/process-instance?businessKey={key}", filed.caseNumber()).stream()
                .map(instance -> instance.path("id").asText())
                .flatMap(id -> ask("/engine-rest/incident?processInstanceId={id}", id).stream())
                .filter(incident -> incident.path("id").equals(incident.path("causeIncidentId")))
                .toList();
    }

    private Instant nextAttempt(Filed filed) {
        return ask("/engine-rest/process-instance?businessKey={key}&processDefinitionKey=refund", filed.caseNumber())
                .stream()
                .flatMap(instance ->
                        ask(
                                "/engine-rest/job?processInstanceId={id}",
                                instance.path("id").asText())
                                .stream())
                .map(job -> ENGINE_TIME.parse(job.path("dueDate").asText(), Instant::from))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private List<JsonNode> ask(String uri, String value) {
        return Desk.list(desk.client("manager").get().uri(uri, value).retrieve().body(JsonNode.class));
    }
}
