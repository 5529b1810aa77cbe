package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineIncident;
import io.redress.answer.engine.EngineInstance;
import io.redress.answer.engine.EngineJob;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.stripe.Webhooks.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A provider that stays broken longer than anybody waits for it. */
@SandboxTest
class BreakdownTest {

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

        EngineTask task = awaitStuck(filed);
        assertThat(incidents(filed)).hasSize(1);
        assertThat(statuses(filed)).containsExactly("unknown");
        world.behave();
        desk.claim(task, "handler");
        // A provider that failed as often as this is left alone for a while, and cannot be asked before.
        await("Stripe to be asked whether it paid")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> desk.submit(
                                        task,
                                        "handler",
                                        Map.of("resolution", "done_otherwise", "proof", "Bank transfer 0815"))
                                .getStatusCode()
                                .value(),
                        status -> status == 204);

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

        EngineTask task = awaitStuck(filed);
        Map<String, String> otherwise = Map.of("resolution", "done_otherwise", "proof", "Bank transfer 0816");
        desk.claim(task, "handler");
        assertThat(desk.submit(task, "handler", otherwise).getBody()).contains("cannot be ruled out");
        world.behave();
        await("Stripe to be asked again")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> String.valueOf(
                                desk.submit(task, "handler", otherwise).getBody()),
                        said -> said.contains("It was done already"));
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

    private Filed file(SandboxOrder order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    /** Lets each of the attempts come, one after the other. */
    private EngineTask awaitStuck(Filed filed) {
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
                .map(Remedy::status)
                .toList();
    }

    /** Incidents of the processes that resolve the case by now. */
    private List<EngineIncident> incidents(Filed filed) {
        return instances("/engine-rest/process-instance?businessKey={key}", filed)
                .flatMap(id -> ask("/engine-rest/incident?processInstanceId={id}", id, EngineIncident[].class))
                .filter(incident -> incident.id().equals(incident.causeIncidentId()))
                .toList();
    }

    private Instant nextAttempt(Filed filed) {
        return instances("/engine-rest/process-instance?businessKey={key}&processDefinitionKey=refund", filed)
                .flatMap(id -> ask("/engine-rest/job?processInstanceId={id}", id, EngineJob[].class))
                .map(EngineJob::dueDate)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private Stream<String> instances(String uri, Filed filed) {
        return ask(uri, filed.caseNumber(), EngineInstance[].class).map(EngineInstance::id);
    }

    private <T> Stream<T> ask(String uri, String value, Class<T[]> type) {
        return Stream.of(desk.client("manager").get().uri(uri, value).retrieve().body(type));
    }
}
