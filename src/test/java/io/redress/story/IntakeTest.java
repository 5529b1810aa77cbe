package io.redress.story;

import static io.redress.answer.Answers.read;
import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Clock;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Registered;
import io.redress.answer.Registered.Promised;
import io.redress.answer.engine.EngineInstance;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A complaint comes in once, however often and by whatever door it is sent. */
@SandboxTest
class IntakeTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void sameKeyAndSameJsonGetTheSameAnswer() {
        ComplaintDraft draft = unique().withKey(UUID.randomUUID().toString());

        ResponseEntity<String> first = desk.send(draft);
        ResponseEntity<String> second = desk.send(draft);

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getHeaders().getLocation().getPath())
                .isEqualTo("/api/complaints/" + read(first, Registered.class).caseNumber());
        assertThat(second.getStatusCode().value()).isEqualTo(201);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(read(first, Registered.class).promises())
                .extracting(Promised::kind)
                .contains("acknowledgement", "first_answer", "resolution");
    }

    @Test
    void sameKeyForSomethingElseIsRefusedAndAnotherClientsKeyIsItsOwn() {
        String key = UUID.randomUUID().toString();
        ComplaintDraft draft = unique().withKey(key);
        desk.file(draft);

        assertThat(desk.send(unique().withKey(key)).getStatusCode().value()).isEqualTo(422);
        assertThat(desk.send(draft.sentBy("stranger")).getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void sameExternalIdIsTheSameCase() {
        String externalId = "ticket-" + UUID.randomUUID();
        ResponseEntity<String> first = desk.send(unique().with("externalId", externalId));

        ResponseEntity<String> second = desk.send(unique().with("externalId", externalId));

        assertThat(second.getStatusCode().value()).isEqualTo(200);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
    }

    @Test
    void complaintThatArrivesManyTimesAtOnceIsOneCase() throws Exception {
        ComplaintDraft draft = unique().with("externalId", "burst-" + UUID.randomUUID());
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Callable<ResponseEntity<String>>> burst = IntStream.range(0, 8)
                .<Callable<ResponseEntity<String>>>mapToObj(sender -> () -> desk.send(draft))
                .toList();

        List<Future<ResponseEntity<String>>> answers = senders.invokeAll(burst);
        senders.shutdown();

        List<String> numbers = new java.util.ArrayList<>();
        for (Future<ResponseEntity<String>> answer : answers) {
            assertThat(answer.get().getStatusCode().value()).isIn(200, 201);
            numbers.add(read(answer.get(), Registered.class).caseNumber());
        }
        assertThat(numbers.stream().distinct()).hasSize(1);
    }

    @Test
    void complaintStartedInTheEngineIsRegisteredAndAcknowledged() {
        SandboxOrder order = world.copyOf("R-1004");
        String address = order.customer().email();

        EngineInstance started = desk.client("system")
                .post()
                .uri("/engine-rest/process-definition/key/complaintResolution/start")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "variables",
                        Map.of(
                                "description", value("My parcel is missing."),
                                "claim", value("not_received"),
                                "customerEmail", value(address),
                                "orderNumber", value(order.number()))))
                .retrieve()
                .body(EngineInstance.class);

        String caseNumber = started.businessKey();
        if (caseNumber == null) {
            caseNumber = desk.client("manager")
                    .get()
                    .uri("/engine-rest/process-instance/{id}", started.id())
                    .retrieve()
                    .body(EngineInstance.class)
                    .businessKey();
        }
        assertThat(caseNumber).matches("C-\\d{4}-\\d{6}");
        desk.awaitMail(address, caseNumber);
        assertThat(desk.read(caseNumber).claim()).isEqualTo("not_received");
        desk.awaitTask(caseNumber, "Verify complaint");
    }

    @Test
    void badStartInTheEngineIsAProblemDocument() {
        assertThat(refusedStart(Map.of("variables", Map.of("description", value("x".repeat(4_001))))))
                .contains("description");
        assertThat(refusedStart(Map.of(
                        "businessKey",
                        "C-2026-000001",
                        "variables",
                        Map.of("claim", value("all"), "caseNumber", value("C-2026-000001")))))
                .contains("businessKey", "caseNumber");
        assertThat(refusedStart(Map.of("variables", Map.of("claim", value("all"), "description", value("Late.")))))
                .contains("claim", "customerEmail");
    }

    private List<String> refusedStart(Map<String, Object> body) {
        ResponseEntity<String> answer = desk.client("system")
                .post()
                .uri("/engine-rest/process-definition/key/complaintResolution/start")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return read(answer, ProblemDocument.class).fields();
    }

    @Test
    void timeOfReceiptCanBeSetBackAndTheClocksRunFromThere() {
        Instant yesterday = world.clock().instant().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        Filed filed = desk.file(unique().by("counter").with("receivedAt", yesterday.toString()));

        Instant due = filed.answer().promises().stream()
                .filter(promise -> promise.kind().equals("first_answer"))
                .map(Promised::dueAt)
                .findFirst()
                .orElseThrow();
        Clock clock = desk.read(filed.caseNumber()).clocks().stream()
                .filter(shown -> shown.kind().equals("first_answer"))
                .findFirst()
                .orElseThrow();
        assertThat(clock.startedAt()).isEqualTo(yesterday);
        assertThat(due).isEqualTo(clock.dueAt());
    }

    private static Map<String, Object> value(String text) {
        return Map.of("value", text, "type", "String");
    }

    private static ComplaintDraft unique() {
        return aComplaint().from("intake@example.org").saying("Complaint " + UUID.randomUUID());
    }
}
