package io.redress.story;

import static io.redress.answer.Answers.read;
import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Customer;
import io.redress.answer.CorrectedFields;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** Staff correct who the customer is and where they are reached, and what waits goes to the new place. */
@SandboxTest
class CustomerCorrectionTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whatWaitedToBeToldGoesOutByMailOnceThereIsAnAddress() {
        Filed filed =
                desk.file(aComplaint().by("phone").calling("+49 30 1234567").named("Ada"));
        desk.awaitTask(filed.caseNumber(), "Tell customer");
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String address = address();

        Complaint corrected = read(
                desk.correct(
                        filed.caseNumber(),
                        "handler",
                        Map.of("email", address, "locale", "zh-TW", "timeZone", "Asia/Taipei", "reason", "She rang"),
                        200),
                Complaint.class);

        assertThat(corrected.customer().email()).isEqualTo(address);
        assertThat(corrected.customer().phone()).isEqualTo("+49 30 1234567");
        SandboxMail mail = desk.awaitMail(address, filed.caseNumber());
        assertThat(mail.subject()).contains("我們已收到您的申訴");
        await().untilAsserted(() ->
                assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).isEmpty());
        assertThat(variable(verify, "caseFile")).contains(address);
        TimelineItem entry = desk.timeline(filed.caseNumber()).stream()
                .filter(one -> one.kind().equals("customer_corrected"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo("handler");
        assertThat(entry.text()).contains("missing", address, "She rang");
        assertThat(desk.client("system")
                        .get()
                        .uri("/api/complaints/{number}/timeline", filed.caseNumber())
                        .retrieve()
                        .body(String.class))
                .doesNotContain("customer_corrected");
    }

    @Test
    void whatTheMailServerPutsOffGoesToTheCorrectedAddress() {
        world.fault("smtp", "down", 100);
        String wrong = address();
        String right = address();
        Filed filed = desk.file(aComplaint().from(wrong).named("Ada"));
        await("a mail that is put off").atMost(Duration.ofSeconds(30)).until(() -> isPutOff(filed));

        desk.correct(filed.caseNumber(), "lead", Map.of("email", right, "reason", "A slip", "endLinks", true), 200);
        world.behave();

        SandboxMail mail = desk.awaitMail(right, filed.caseNumber());
        String link = link("system", filed);
        assertThat(link).isNotEqualTo(filed.trackingUrl());
        assertThat(mail.text()).contains(link);
        assertThat(world.mailsTo(wrong)).isEmpty();
        assertThat(status(filed.trackingUrl())).isEqualTo(404);
        assertThat(status(link)).isEqualTo(200);
    }

    @Test
    void linkThatWentToAStrangerNeverShowsTheOrderThoughTheCustomerIsFoundLater() {
        SandboxOrder order = world.copyOf("R-1001");
        String own = order.customer().email();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(address())
                .sentBy("stranger"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        desk.correct(filed.caseNumber(), "handler", Map.of("email", own, "reason", "A slip"), 200);
        desk.complete(
                verify, "handler", Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "as_proposed"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        String link = link("stranger", filed);
        assertThat(page(link)).contains(order.total());
        assertThat(status(filed.trackingUrl())).isEqualTo(200);
        assertThat(page(filed.trackingUrl())).doesNotContain(order.total());
    }

    @Test
    void decisionThatSomebodyIsToTellIsNotMailedWithoutItsContentToAnAddressThatNobodyConfirmed() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint()
                .by("phone")
                .claiming("not_received")
                .aboutOrder(order.number())
                .calling(order.customer().phone()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        await().untilAsserted(() ->
                assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).hasSize(2));
        String another = address();

        desk.correct(filed.caseNumber(), "handler", Map.of("email", another, "reason", "The caller says so"), 200);

        desk.awaitMail(another, filed.caseNumber());
        assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).hasSize(1);
        assertThat(world.mailsTo(another))
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContain(order.total()));
    }

    private boolean isPutOff(Filed filed) {
        return desk.instances(filed.caseNumber(), "complaintResolution").stream()
                .anyMatch(instance -> !desk.client("manager")
                        .get()
                        .uri("/engine-rest/job?withException=true&processInstanceId={id}", instance.id())
                        .retrieve()
                        .body(JsonNode.class)
                        .isEmpty());
    }

    @Test
    void everyFormTakesACorrectionAndNothingThatStaysTheSameIsOne() {
        SandboxOrder order = world.copyOf("R-1004");
        String own = order.customer().email();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(address())
                .sentBy("stranger"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        assertThat(desk.submit(task, "handler", Map.of("verdict", "consult", "question", "?", "correctedEmail", own))
                        .getBody())
                .contains("correctedReason");
        assertThat(desk.submit(
                                task,
                                "handler",
                                Map.of(
                                        "verdict", "consult",
                                        "question", "?",
                                        "correctedPhone", "none",
                                        "correctedLocale", "not a tag",
                                        "correctedReason", "?"))
                        .getBody())
                .contains("correctedPhone", "correctedLocale");
        assertThat(corrections(filed).totalItems()).isZero();

        desk.complete(
                task,
                "handler",
                Map.of(
                        "verdict", "consult",
                        "question", "Is it her?",
                        "correctedEmail", own,
                        "correctedName", "",
                        "correctedReason", "The customer wrote from her own address"));
        assertThat(desk.read(filed.caseNumber()).identity()).isEqualTo("settled");
        EngineTask advise = desk.awaitTask(filed.caseNumber(), "Advise handler");
        assertThat(variable(advise, "caseFile")).contains("the mail address is the order");
        desk.complete(
                advise,
                "lead",
                Map.of("advice", "Yes.", "correctedEmail", own, "correctedReason", "The same once more"));
        assertThat(corrections(filed).totalItems()).isEqualTo(1);
        assertThat(corrections(filed).items().get(0).person()).isEqualTo("handler");
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() {
        Filed filed = desk.file(aComplaint().from(address()).named("Ada").calling("+49 30 1234567"));
        String number = filed.caseNumber();
        Customer before = desk.read(number).customer();
        Map<Map<String, Object>, String> refused = new LinkedHashMap<>();
        refused.put(Map.of("email", "ada@", "reason", "?"), "email");
        refused.put(Map.of("email", "a".repeat(64_000) + "@example.org", "reason", "?"), "email");
        refused.put(Map.of("phone", "seven", "reason", "?"), "phone");
        refused.put(Map.of("locale", "not a tag", "reason", "?"), "locale");
        refused.put(Map.of("timeZone", "Mars/Olympus", "reason", "?"), "timeZone");
        refused.put(Map.of("name", "\u200B", "reason", "?"), "name");
        refused.put(Map.of("name", "x".repeat(20_000), "reason", "?"), "name");
        refused.put(Map.of("name", 7, "reason", "?"), "name");
        refused.put(Map.of("confirmed", "yes", "reason", "?"), "confirmed");
        refused.put(Map.of("email", address()), "reason");
        refused.put(Map.of("fax", "1", "reason", "?"), "fax");
        refused.put(Map.of("reason", "Nothing else"), "body");
        Map<String, Object> neither = new HashMap<>();
        neither.put("email", null);
        neither.put("phone", "");
        neither.put("reason", "?");
        refused.put(neither, "email");

        refused.forEach(
                (body, field) -> assertThat(read(desk.correct(number, "handler", body, 400), ProblemDocument.class)
                                .fields())
                        .as(field)
                        .containsExactly(field));
        assertThat(desk.read(number).customer()).isEqualTo(before);
        assertThat(corrections(filed).totalItems()).isZero();
        desk.correct(number, "system", Map.of("name", "Eve", "reason", "?"), 403);
        desk.correct(number, "stranger", Map.of("name", "Eve", "reason", "?"), 404);

        Map<String, Object> removed = new HashMap<>();
        removed.put("name", null);
        removed.put("phone", "");
        removed.put("reason", "Not theirs");
        Complaint corrected = read(desk.correct(number, "handler", removed, 200), Complaint.class);
        assertThat(corrected.customer().name()).isNull();
        assertThat(corrected.customer().phone()).isNull();
    }

    @Test
    void correctionsAtTheSameMomentAreAllKept() {
        Filed filed = desk.file(aComplaint().from(address()).named("Ada"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        List<CompletableFuture<ResponseEntity<String>>> both = IntStream.range(0, 12)
                .mapToObj(turn -> CompletableFuture.supplyAsync(() -> desk.correct(
                        filed.caseNumber(),
                        turn % 2 == 0 ? "handler" : "lead",
                        turn % 2 == 0
                                ? Map.of("name", "Ada " + turn, "reason", "n")
                                : Map.of("timeZone", "Etc/GMT+" + turn, "reason", "z"),
                        200)))
                .toList();
        both.forEach(CompletableFuture::join);

        Customer customer = desk.read(filed.caseNumber()).customer();
        assertThat(customer.name()).startsWith("Ada ");
        assertThat(customer.timeZone()).startsWith("Etc/GMT+");
        assertThat(corrections(filed).totalItems()).isEqualTo(12);
    }

    @Test
    @Tag("deep")
    void tenThousandCorrectionsOfOneContactStayQuickAndBounded() {
        Filed filed = desk.file(aComplaint().from(address()).named("Ada"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        for (int turn = 0; turn < 10_000; turn++) {
            desk.correct(filed.caseNumber(), "handler", Map.of("email", address(), "reason", "Turn " + turn), 200);
        }

        Instant before = Instant.now();
        desk.correct(filed.caseNumber(), "handler", Map.of("email", address(), "reason", "The last"), 200);
        assertThat(desk.timeline(filed.caseNumber())).hasSize(1_000);
        assertThat(corrections(filed).items()).hasSize(20);
        assertThat(corrections(filed).totalItems()).isEqualTo(10_001);
        assertThat(variable(task, "caseFile")).hasSizeLessThan(100_000);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    private CorrectedFields corrections(Filed filed) {
        return desk.client("lead")
                .get()
                .uri("/api/complaints/{number}/customer/corrections", filed.caseNumber())
                .retrieve()
                .body(CorrectedFields.class);
    }

    private String variable(EngineTask task, String name) {
        return desk.client("manager")
                .get()
                .uri("/engine-rest/task/{id}/variables/{name}?deserializeValue=false", task.id(), name)
                .retrieve()
                .body(EngineVariable.class)
                .value();
    }

    private String page(String url) {
        return world.anybody().get().uri(url).retrieve().body(String.class);
    }

    private int status(String url) {
        return world.anybody()
                .get()
                .uri(url)
                .retrieve()
                .onStatus(HttpStatusCode::isError, (request, response) -> {})
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    /** The link that whoever registered the case may give to the customer now; staff are not told it. */
    private String link(String client, Filed filed) {
        return desk.client(client)
                .get()
                .uri("/api/complaints/{number}", filed.caseNumber())
                .retrieve()
                .body(Complaint.class)
                .trackingUrl();
    }

    private static String address() {
        return "ada." + UUID.randomUUID() + "@example.org";
    }
}
