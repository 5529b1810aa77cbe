package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Answers;
import io.redress.answer.ProblemDocument;
import io.redress.answer.ProblemDocument.FieldProblem;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.webhook.WebhookInbox.Heard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Other systems hear what happens in cases, signed, in order and until they have it. */
@SandboxTest
@ExtendWith(OutputCaptureExtension.class)
class WebhooksTest {

    private static final List<String> ALL = List.of(
            "complaint.received",
            "complaint.acknowledged",
            "complaint.decided",
            "complaint.closed",
            "complaint.reopened",
            "message.sent",
            "remedy.settled",
            "remedy.failed",
            "promise.made",
            "promise.kept",
            "promise.broken");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final List<String> registered = new ArrayList<>();
    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    /** Where nobody listens, a case costs nothing more; other tests count on that. */
    @AfterEach
    void leave() {
        world.behave();
        registered.forEach(name -> call("manager", HttpMethod.DELETE, "/" + name, null));
    }

    @Test
    void caseThatNobodyTouchesIsToldFromItsReceiptToItsEnd(CapturedOutput log) {
        Hook hook = register(ALL);

        Filed filed = fileAbout(world.copyOf("R-1001"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        closed(filed);

        List<Heard> heard = awaitHeard(
                hook, filed, told -> told.stream().anyMatch(one -> one.type().equals("complaint.closed")));
        List<String> types = heard.stream().map(Heard::type).toList();
        assertThat(types)
                .startsWith("complaint.received", "promise.made", "promise.made", "promise.made")
                .containsSubsequence(
                        "complaint.received",
                        "message.sent",
                        "complaint.acknowledged",
                        "complaint.decided",
                        "remedy.settled",
                        "message.sent",
                        "promise.kept",
                        "complaint.closed")
                .endsWith("complaint.closed")
                .doesNotContain("promise.broken", "remedy.failed", "complaint.reopened");
        assertThat(types).filteredOn("complaint.decided"::equals).hasSize(1);
        assertThat(sequences(heard))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, heard.size()).boxed().toList());
        assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
        for (Heard one : heard) {
            assertThat(signedBy(one, hook.secret())).isEqualTo(hook.secret());
            assertThat(body(one).path("id").asText())
                    .isEqualTo(one.id())
                    .isEqualTo(one.headers().get("webhook-id"));
            assertThat(body(one).path("caseNumber").asText()).isEqualTo(filed.caseNumber());
            assertThat(body(one).path("type").asText()).isEqualTo(one.type());
            assertThat(body(one).path("at").asText()).endsWith("Z");
        }
        JsonNode message = data(heard, "message.sent");
        assertThat(message.path("messageId").asText()).hasSize(36);
        assertThat(message.path("channel").asText()).isEqualTo("email");
        assertThat(message.path("source").isNull()).isTrue();
        assertThat(message.path("inReplyTo").isNull()).isTrue();
        assertThat(message.path("visibility").asText()).isEqualTo("private");
        assertThat(message.path("origin").asText()).isEqualTo("rules");
        assertThat(message.path("text").asText()).isNotBlank();
        assertThat(data(heard, "complaint.decided").path("outcome").asText()).isEqualTo("upheld");
        assertThat(data(heard, "remedy.settled").path("status").asText()).isEqualTo("settled");

        assertThat(log.getAll()).doesNotContain(hook.secret());
        assertThat(call("manager", HttpMethod.GET, "", null).getBody())
                .contains(hook.name())
                .doesNotContain(hook.secret());
    }

    @Test
    void receiverThatIsDownLosesNothingAndHoldsUpNobodyElse() {
        Hook down = register(List.of("complaint.received", "message.sent", "remedy.settled"));
        Hook up = register(List.of("complaint.received", "remedy.settled"));
        world.fault("webhooks", "down", 100_000, "POST " + down.path());
        Filed filed = fileAbout(world.copyOf("R-1001"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        List<Heard> others = awaitHeard(up, filed, told -> told.size() == 4);
        assertThat(others)
                .extracting(Heard::type)
                .containsExactly("complaint.received", "remedy.settled", "remedy.settled", "remedy.settled");
        assertThat(sequences(others)).containsExactly(1, 2, 3, 4);
        JsonNode first = awaitDelivery(down, filed, one -> one.path("attempts").asInt() > 0);
        assertThat(first.path("state").asText()).isEqualTo("failing");
        assertThat(first.path("problem").asText()).isNotBlank();

        world.behave();
        List<Heard> heard = awaitHeard(down, filed, told -> told.size() == 6);
        assertThat(sequences(heard)).containsExactly(1, 2, 3, 4, 5, 6);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(deliveries(down, filed)).allSatisfy(one -> {
                    assertThat(one.path("state").asText()).isEqualTo("delivered");
                    assertThat(one.path("lastStatus").asInt()).isEqualTo(200);
                }));
    }

    @Test
    void eventIsSentAgainWithItsIdByManagersAlone() {
        Hook hook = register(List.of("complaint.received"));
        Filed filed = fileAbout(world.copyOf("R-1004"));
        Heard first = awaitHeard(hook, filed, told -> told.size() == 1).get(0);
        awaitDelivery(hook, filed, one -> one.path("state").asText().equals("delivered"));
        String address = "/%s/deliveries/%s/replay".formatted(hook.name(), first.id());

        for (String login : List.of("handler", "lead", "system")) {
            assertThat(call(login, HttpMethod.POST, address, null)
                            .getStatusCode()
                            .value())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(call("manager", HttpMethod.POST, address, null)
                        .getStatusCode()
                        .value())
                .isEqualTo(202);
        Heard again = awaitHeard(hook, filed, told -> told.size() == 2).get(1);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(signedBy(again, hook.secret())).isEqualTo(hook.secret());
        awaitDelivery(hook, filed, one -> one.path("replayedBy").asText().equals("manager"));
        assertThat(call(
                                "manager",
                                HttpMethod.POST,
                                "/%s/deliveries/%s/replay".formatted(hook.name(), UUID.randomUUID()),
                                null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);

        page(hook, filed, first);
    }

    private void page(Hook hook, Filed filed, Heard first) {
        Client manager = Client.browser(world.baseUrl(), "manager");
        String page = manager.get("/webhooks?name=" + hook.name()).body();
        assertThat(page)
                .contains(hook.name(), hook.url(), "complaint.received", filed.caseNumber(), "delivered")
                .doesNotContain(hook.secret());
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        assertThat(manager.form("/webhooks", Map.of("name", hook.name(), "id", first.id()))
                        .status())
                .as("without the token")
                .isEqualTo(403);
        assertThat(manager.form("/webhooks", Map.of("_csrf", token.group(1), "name", hook.name(), "id", first.id()))
                        .status())
                .isLessThan(400);
        awaitHeard(hook, filed, told -> told.size() == 3);
        assertThat(Client.browser(world.baseUrl(), "lead").get("/webhooks").status())
                .isEqualTo(403);
    }

    @Test
    void bothSecretsSignForADayAfterAnotherOneTakesThePlaceOfTheFirst() {
        Hook hook = register(List.of("complaint.received"));
        String second = "whsec_"
                + Base64.getEncoder()
                        .encodeToString("another secret, also quite long".getBytes(StandardCharsets.UTF_8));
        JsonNode changed = json(put(hook.name(), Map.of("url", hook.url(), "events", hook.events(), "secret", second)));
        assertThat(changed.path("secret").asText()).isEqualTo(second);
        JsonNode same = json(put(hook.name(), Map.of("url", hook.url(), "events", hook.events())));
        assertThat(same.path("secret").isNull()).as("told once").isTrue();

        Filed filed = fileAbout(world.copyOf("R-1004"));
        Heard both = awaitHeard(hook, filed, told -> told.size() == 1).get(0);
        assertThat(signedBy(both, second, hook.secret())).isEqualTo(second + " " + hook.secret());

        world.advance(Duration.ofHours(25));
        Filed later = fileAbout(world.copyOf("R-1004"));
        assertThat(signedBy(awaitHeard(hook, later, told -> told.size() == 1).get(0), second, hook.secret()))
                .isEqualTo(second);

        String third = json(call("manager", HttpMethod.POST, "/" + hook.name() + "/rotate", null))
                .path("secret")
                .asText();
        assertThat(third).startsWith("whsec_").isNotEqualTo(second);
        Filed last = fileAbout(world.copyOf("R-1004"));
        assertThat(signedBy(awaitHeard(hook, last, told -> told.size() == 1).get(0), third, second, hook.secret()))
                .isEqualTo(third + " " + second);
    }

    @Test
    void brokenPromiseIsToldOnce() {
        Hook hook = register(List.of("promise.broken", "promise.kept"));
        Filed filed = fileAbout(world.copyOf("R-1004"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        for (int day = 0; day < 12; day++) {
            desk.advanceIntoWork(Duration.ofHours(24));
        }
        List<Heard> heard = awaitHeard(
                hook, filed, told -> told.stream().anyMatch(one -> one.type().equals("promise.broken")));
        assertThat(heard.stream()
                        .filter(one -> one.type().equals("promise.broken"))
                        .map(one ->
                                body(one).at("/data/kind").asText() + body(one).at("/data/dueAt")))
                .doesNotHaveDuplicates();
    }

    @Test
    void nextRoundIsToldWithItsOwnAcknowledgementAndSequenceGoesOn() {
        Hook hook = register(List.of("complaint.received", "complaint.acknowledged", "complaint.reopened"));
        Filed filed = fileAbout(world.copyOf("R-1001"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        desk.advanceIntoWork(Duration.ofDays(7).plusHours(1));
        desk.awaitCase(filed.caseNumber(), complaint -> notResolved(filed) < 300);

        List<Heard> heard = awaitHeard(hook, filed, told -> told.size() == 4);
        assertThat(heard)
                .extracting(Heard::type)
                .containsExactly(
                        "complaint.received", "complaint.acknowledged", "complaint.reopened", "complaint.acknowledged");
        assertThat(sequences(heard)).containsExactly(1, 2, 3, 4);
        assertThat(body(heard.get(2)).at("/data/round").asInt()).isEqualTo(2);
        assertThat(body(heard.get(3)).at("/data/round").asInt()).isEqualTo(2);
    }

    private int notResolved(Filed filed) {
        return RestClient.builder()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .post()
                .uri(filed.trackingUrl() + "/feedback")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("resolved", false, "score", 2))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    @Test
    void whatCannotBeAcceptedIsRefusedByField() {
        String fine = world.providers().webhooksUrl();
        assertThat(refused(Map.of("url", fine, "events", List.of("complaint.received", "complaint.eaten"))))
                .extracting(FieldProblem::field)
                .containsExactly("events[1]");
        assertThat(refused(Map.of("url", fine, "events", List.of())))
                .extracting(FieldProblem::field)
                .containsExactly("events");
        assertThat(refused(Map.of("url", fine, "events", List.of("message.sent"), "secret", "hunter2")))
                .extracting(FieldProblem::field)
                .containsExactly("secret");
        for (String url : List.of(
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://[::ffff:169.254.169.254]/",
                "https://100.64.1.1/",
                "https://localhost/",
                "http://example.com/",
                "http://127.0.0.1:" + (URI.create(fine).getPort() + 1) + "/webhooks",
                "http://localhost:" + URI.create(fine).getPort() + "/webhooks")) {
            assertThat(refused(Map.of("url", url, "events", List.of("message.sent"))))
                    .as(url)
                    .extracting(FieldProblem::field)
                    .containsExactly("url");
        }
        for (String login : List.of("handler", "lead", "system")) {
            assertThat(call(login, HttpMethod.GET, "", null).getStatusCode().value())
                    .as(login)
                    .isEqualTo(403);
            assertThat(call(login, HttpMethod.PUT, "/mine", Map.of("url", fine, "events", List.of("message.sent")))
                            .getStatusCode()
                            .value())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    void removedWebhookHearsNothingMore() {
        Hook hook = register(ALL);
        world.fault("webhooks", "error-before", 100_000, "POST " + hook.path());
        Filed filed = fileAbout(world.copyOf("R-1004"));
        awaitDelivery(hook, filed, one -> one.path("attempts").asInt() > 0);

        assertThat(call("manager", HttpMethod.DELETE, "/" + hook.name(), null)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        world.behave();
        assertThat(call("manager", HttpMethod.GET, "/" + hook.name() + "/deliveries", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        put(hook.name(), Map.of("url", hook.url(), "events", List.of("complaint.closed")));
        assertThat(deliveries(hook, filed))
                .extracting(one -> one.path("state").asText())
                .containsOnly("skipped");
    }

    private record Hook(String name, String url, List<String> events, String secret) {

        String path() {
            return URI.create(url).getPath();
        }
    }

    private Hook register(List<String> events) {
        String name = "hook-" + UUID.randomUUID().toString().substring(0, 8);
        String url = world.providers().webhooksUrl() + "/" + name;
        registered.add(name);
        ResponseEntity<String> answer = put(name, Map.of("url", url, "events", events));
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return new Hook(name, url, events, json(answer).path("secret").asText());
    }

    private ResponseEntity<String> put(String name, Map<String, Object> body) {
        return call("manager", HttpMethod.PUT, "/" + name, body);
    }

    private List<FieldProblem> refused(Map<String, Object> body) {
        ResponseEntity<String> answer = put("refused", new HashMap<>(body));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        return Answers.read(answer, ProblemDocument.class).errors();
    }

    private ResponseEntity<String> call(String login, HttpMethod method, String path, Object body) {
        var request = desk.client(login).method(method).uri("/api/webhooks" + path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    private Filed fileAbout(SandboxOrder order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private void closed(Filed filed) {
        await("end of " + filed.caseNumber())
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    desk.advanceIntoWork(Duration.ofDays(5));
                    return desk.hasEnded(filed.caseNumber());
                });
    }

    private List<Heard> awaitHeard(Hook hook, Filed filed, Predicate<List<Heard>> condition) {
        return await("events of " + filed.caseNumber() + " for " + hook.name())
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            world.advance(Duration.ofSeconds(30));
                            return world.providers().webhooks().of(hook.path(), filed.caseNumber());
                        },
                        condition);
    }

    private JsonNode awaitDelivery(Hook hook, Filed filed, Predicate<JsonNode> condition) {
        return await("delivery of " + filed.caseNumber() + " to " + hook.name())
                .atMost(Duration.ofSeconds(60))
                .until(() -> deliveries(hook, filed).stream().filter(condition).toList(), found -> !found.isEmpty())
                .get(0);
    }

    private List<JsonNode> deliveries(Hook hook, Filed filed) {
        JsonNode items = json(call(
                        "manager",
                        HttpMethod.GET,
                        "/%s/deliveries?caseNumber=%s".formatted(hook.name(), filed.caseNumber()),
                        null))
                .path("items");
        List<JsonNode> all = new ArrayList<>();
        items.forEach(all::add);
        return all;
    }

    private static JsonNode data(List<Heard> heard, String type) {
        return heard.stream()
                .filter(one -> one.type().equals(type))
                .map(one -> body(one).path("data"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> sequences(List<Heard> heard) {
        return heard.stream().map(one -> body(one).path("sequence").asInt()).toList();
    }

    private static JsonNode body(Heard heard) {
        return Json.parse(heard.body().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return Json.parse(answer.getBody().getBytes(StandardCharsets.UTF_8));
    }

    /** The secrets, of those that were ever told, whose signatures it carries, in their order. */
    private String signedBy(Heard heard, String... candidates) {
        List<String> secrets = new ArrayList<>();
        for (String signature : heard.headers().get("webhook-signature").split(" ")) {
            secrets.addAll(Arrays.stream(candidates)
                    .filter(secret -> verifies(heard, signature, secret))
                    .toList());
        }
        assertThat(secrets)
                .hasSameSizeAs(heard.headers().get("webhook-signature").split(" "));
        return String.join(" ", secrets);
    }

    /** As a receiver would do it: HMAC-SHA256 over id, timestamp and raw body. */
    private static boolean verifies(Heard heard, String signature, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            String signed = heard.headers().get("webhook-id") + "."
                    + heard.headers().get("webhook-timestamp") + "." + heard.body();
            return signature.equals(
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
