package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonNode verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String address = address();

        JsonNode corrected = desk.correct(
                filed.caseNumber(),
                "handler",
                Map.of("email", address, "locale", "zh-TW", "timeZone", "Asia/Taipei", "reason", "She rang"),
                200);

        assertThat(corrected.at("/customer/email").asText()).isEqualTo(address);
        assertThat(corrected.at("/customer/phone").asText()).isEqualTo("+49 30 1234567");
        JsonNode mail = desk.awaitMail(address, filed.caseNumber());
        assertThat(mail.path("subject").asText()).contains("我們已收到您的申訴");
        await().untilAsserted(() ->
                assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).isEmpty());
        assertThat(variable(verify, "caseFile")).contains(address);
        JsonNode entry = desk.timeline(filed.caseNumber()).stream()
                .filter(one -> one.path("kind").asText().equals("customer_corrected"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("actor").asText()).isEqualTo("handler");
        assertThat(entry.path("text").asText()).contains("missing", address, "She rang");
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

        JsonNode mail = desk.awaitMail(right, filed.caseNumber());
        String link = link("system", filed);
        assertThat(link).isNotEqualTo(filed.trackingUrl());
        assertThat(mail.path("text").asText()).contains(link);
        assertThat(world.mailsTo(wrong)).isEmpty();
        assertThat(status(filed.trackingUrl())).isEqualTo(404);
        assertThat(status(link)).isEqualTo(200);
    }

    @Test
    void linkThatWentToAStrangerNeverShowsTheOrderThoughTheCustomerIsFoundLater() {
        JsonNode order = world.copyOf("R-1001");
        String own = order.path("customer").path("email").asText();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(address())
                .sentBy("stranger"));
        JsonNode verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        desk.correct(filed.caseNumber(), "handler", Map.of("email", own, "reason", "A slip"), 200);
        desk.complete(
                verify, "handler", Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "as_proposed"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        String link = link("stranger", filed);
        assertThat(page(link)).contains(order.path("total").asText());
        assertThat(status(filed.trackingUrl())).isEqualTo(200);
        assertThat(page(filed.trackingUrl())).doesNotContain(order.path("total").asText());
    }

    @Test
    void decisionThatSomebodyIsToTellIsNotMailedWithoutItsContentToAnAddressThatNobodyConfirmed() {
        JsonNode order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint()
                .by("phone")
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .calling(world.order(order.path("number").asText())
                        .at("/customer/phone")
                        .asText()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        await().untilAsserted(() ->
                assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).hasSize(2));
        String another = address();

        desk.correct(filed.caseNumber(), "handler", Map.of("email", another, "reason", "The caller says so"), 200);

        desk.awaitMail(another, filed.caseNumber());
        assertThat(desk.tasks(filed.caseNumber(), "Tell customer")).hasSize(1);
        assertThat(world.mailsTo(another))
                .allSatisfy(mail -> assertThat(mail.path("text").asText())
                        .doesNotContain(order.path("total").asText()));
    }

    private boolean isPutOff(Filed filed) {
        return desk.instances(filed.caseNumber(), "complaintResolution").stream()
                .anyMatch(instance -> !desk.client("manager")
                        .get()
                        .uri(
                                "/engine-rest/job?withException=true&processInstanceId={id}",
                                instance.path("id").asText())
                        .retrieve()
                        .body(JsonNode.class)
                        .isEmpty());
    }

    @Test
    void everyFormTakesACorrectionAndNothingThatStaysTheSameIsOne() {
        JsonNode order = world.copyOf("R-1004");
        String own = order.path("customer").path("email").asText();
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(address())
                .sentBy("stranger"));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
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
        assertThat(corrections(filed).path("totalItems").asInt()).isZero();

        desk.complete(
                task,
                "handler",
                Map.of(
                        "verdict", "consult",
                        "question", "Is it her?",
                        "correctedEmail", own,
                        "correctedName", "",
                        "correctedReason", "The customer wrote from her own address"));
        assertThat(desk.read(filed.caseNumber()).path("identity").asText()).isEqualTo("settled");
        JsonNode advise = desk.awaitTask(filed.caseNumber(), "Advise handler");
        assertThat(variable(advise, "caseFile")).contains("the mail address is the order");
        desk.complete(
                advise,
                "lead",
                Map.of("advice", "Yes.", "correctedEmail", own, "correctedReason", "The same once more"));
        assertThat(corrections(filed).path("totalItems").asInt()).isEqualTo(1);
        assertThat(corrections(filed).at("/items/0/person").asText()).isEqualTo("handler");
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() {
        Filed filed = desk.file(aComplaint().from(address()).named("Ada").calling("+49 30 1234567"));
        String number = filed.caseNumber();
        String before = desk.read(number).path("customer").toString();
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

        refused.forEach((body, field) -> assertThat(desk.correct(number, "handler", body, 400)
                        .path("errors")
                        .findValuesAsText("field"))
                .as(field)
                .containsExactly(field));
        assertThat(desk.read(number).path("customer")).hasToString(before);
        assertThat(corrections(filed).path("totalItems").asInt()).isZero();
        desk.correct(number, "system", Map.of("name", "Eve", "reason", "?"), 403);
        desk.correct(number, "stranger", Map.of("name", "Eve", "reason", "?"), 404);

        Map<String, Object> removed = new HashMap<>();
        removed.put("name", null);
        removed.put("phone", "");
        removed.put("reason", "Not theirs");
        JsonNode corrected = desk.correct(number, "handler", removed, 200);
        assertThat(corrected.at("/customer/name").isNull()).isTrue();
        assertThat(corrected.at("/customer/phone").isNull()).isTrue();
    }

    @Test
    void correctionsAtTheSameMomentAreAllKept() {
        Filed filed = desk.file(aComplaint().from(address()).named("Ada"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        List<CompletableFuture<JsonNode>> both = IntStream.range(0, 12)
                .mapToObj(turn -> CompletableFuture.supplyAsync(() -> desk.correct(
                        filed.caseNumber(),
                        turn % 2 == 0 ? "handler" : "lead",
                        turn % 2 == 0
                                ? Map.of("name", "Ada " + turn, "reason", "n")
                                : Map.of("timeZone", "Etc/GMT+" + turn, "reason", "z"),
                        200)))
                .toList();
        both.forEach(CompletableFuture::join);

        JsonNode customer = desk.read(filed.caseNumber()).path("customer");
        assertThat(customer.path("name").asText()).startsWith("Ada ");
        assertThat(customer.path("timeZone").asText()).startsWith("Etc/GMT+");
        assertThat(corrections(filed).path("totalItems").asInt()).isEqualTo(12);
    }

    @Test
    @Tag("deep")
    void tenThousandCorrectionsOfOneContactStayQuickAndBounded() {
        Filed filed = desk.file(aComplaint().from(address()).named("Ada"));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        for (int turn = 0; turn < 10_000; turn++) {
            desk.correct(filed.caseNumber(), "handler", Map.of("email", address(), "reason", "Turn " + turn), 200);
        }

        Instant before = Instant.now();
        desk.correct(filed.caseNumber(), "handler", Map.of("email", address(), "reason", "The last"), 200);
        assertThat(desk.timeline(filed.caseNumber())).hasSize(1_000);
        assertThat(corrections(filed).path("items")).hasSize(20);
        assertThat(corrections(filed).path("totalItems").asInt()).isEqualTo(10_001);
        assertThat(variable(task, "caseFile")).hasSizeLessThan(100_000);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    private JsonNode corrections(Filed filed) {
        return desk.client("lead")
                .get()
                .uri("/api/complaints/{number}/customer/corrections", filed.caseNumber())
                .retrieve()
                .body(JsonNode.class);
    }

    private String variable(JsonNode task, String name) {
        return desk.client("manager")
                .get()
                .uri(
                        "/engine-rest/task/{id}/variables/{name}?deserializeValue=false",
                        task.path("id").asText(),
                        name)
                .retrieve()
                .body(JsonNode.class)
                .path("value")
                .asText();
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
                .body(JsonNode.class)
                .path("trackingUrl")
                .asText();
    }

    private static String address() {
        return "ada." + UUID.randomUUID() + "@example.org";
    }
}
