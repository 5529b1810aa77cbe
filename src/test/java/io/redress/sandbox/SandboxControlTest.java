package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** The control API of the contract, as anybody on this machine may call it. */
@SandboxTest
class SandboxControlTest {

    @Autowired
    SandboxDriver sandbox;

    @Autowired
    JavaMailSender mail;

    @Autowired
    IdentityService identities;

    @Autowired
    java.time.Clock clock;

    @AfterEach
    void behave() {
        sandbox.behave();
    }

    @Test
    void showsOrdersAndCopiesThem() {
        assertThat(get("/sandbox/orders"))
                .extracting(order -> order.path("number").asText())
                .contains("R-1001", "R-1002", "R-1003", "R-1004", "R-1005")
                .contains("R-1006", "R-1007", "R-1008", "R-1009", "R-1010");
        var copy = call(HttpMethod.POST, "/sandbox/orders", "{\"like\":\"R-1008\"}");
        assertThat(copy.getStatusCode().value()).isEqualTo(201);
        var order = Json.parse(copy.getBody());
        assertThat(order.path("trackingCode").asText()).startsWith("SBXLO");
        assertThat(order.at("/customer/email").asText()).contains("+").contains("@");
        assertThat(order.path("items")).hasSize(3);
        assertThat(call(HttpMethod.POST, "/sandbox/orders", "{\"like\":\"R-9999\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void showsRefundsThatSomebodyMadeByHand() {
        var order = sandbox.copyOf("R-1001");
        sandbox.providers().stripeDesk().refundByHand(order.paymentReference(), clock.instant());
        assertThat(get("/sandbox/refunds"))
                .filteredOn(refund -> refund.path("paymentReference").asText().equals(order.paymentReference()))
                .singleElement()
                .satisfies(refund -> {
                    assertThat(refund.path("amount").asText()).isEqualTo(order.total());
                    assertThat(refund.path("status").asText()).isEqualTo("succeeded");
                    assertThat(refund.path("caseNumber").isNull()).isTrue();
                });
    }

    @Test
    void movesEngineApplicationAndProvidersForwardTogether() {
        var before = OffsetDateTime.parse(
                Json.parse(call(HttpMethod.GET, "/sandbox/clock", null).getBody())
                        .path("now")
                        .asText());
        var moved = call(HttpMethod.POST, "/sandbox/clock", "{\"advance\":\"PT36H\"}");
        var after = OffsetDateTime.parse(Json.parse(moved.getBody()).path("now").asText());
        assertThat(Duration.between(before, after)).isBetween(Duration.ofHours(36), Duration.ofHours(37));
        assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), clock.instant())
                        .abs())
                .isLessThan(Duration.ofSeconds(5));
        for (var wrong : List.of("{\"advance\":\"-PT1H\"}", "{\"advance\":\"soon\"}", "{}", "{")) {
            var refused = call(HttpMethod.POST, "/sandbox/clock", wrong);
            assertThat(refused.getStatusCode().value()).isEqualTo(400);
            assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void takesWholeOrdersOfOnesOwn() {
        var placed = post("/sandbox/orders", """
                {"order": {"currency": "JPY", "items": [{"sku": "FAN", "unitPrice": "4100"}]},
                 "parcels": [{"state": "lost", "lines": [1]}],
                 "payments": [{"provider": "stripe", "amount": "4100", "currency": "JPY", "refunded": "100", "listed": true},
                              {"provider": "stripe", "amount": "4100", "currency": "JPY", "listed": false}]}""");
        assertThat(placed.getStatusCode().value()).isEqualTo(201);
        var order = Json.parse(placed.getBody());
        assertThat(order.path("total").asText()).isEqualTo("4100");
        assertThat(order.path("trackingCode").asText()).startsWith("SBXLO");
        assertThat(order.path("payments")).hasSize(2).allSatisfy(payment -> {
            assertThat(payment.path("reference").asText()).startsWith("pi_");
            assertThat(payment.path("charge").asText()).startsWith("ch_");
            assertThat(payment.path("amount").asText()).isEqualTo("4100");
        });
        assertThat(order.path("payments"))
                .extracting(payment -> payment.path("listed").asBoolean())
                .containsExactly(true, false);

        var again = post(
                "/sandbox/orders",
                "{\"order\": {\"number\": %s, \"items\": [{\"sku\": \"A\", \"unitPrice\": \"1\"}]}}"
                        .formatted(order.path("number")));
        assertThat(again.getStatusCode().value()).isEqualTo(409);
        for (var wrong :
                List.of("{}", "[]", "{\"order\": {\"items\": [{\"sku\": \"A\", \"unitPrice\": \"1.001\"}]}}")) {
            var refused = post("/sandbox/orders", wrong);
            assertThat(refused.getStatusCode().value()).isEqualTo(400);
            assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(Json.parse(refused.getBody()).at("/errors/0/field").asText())
                    .isNotBlank();
        }
    }

    @Test
    void copiesManyAtOnce() {
        var copies = post("/sandbox/orders", "{\"like\": \"R-1001\", \"count\": 1000}");
        assertThat(copies.getStatusCode().value()).isEqualTo(201);
        assertThat(Json.parse(copies.getBody()).path("orders"))
                .hasSize(1000)
                .extracting(order -> order.path("number"))
                .doesNotHaveDuplicates();
        for (var wrong : List.of("0", "10001", "-1", "1.5", "\"many\"")) {
            assertThat(post("/sandbox/orders", "{\"like\": \"R-1001\", \"count\": %s}".formatted(wrong))
                            .getStatusCode()
                            .value())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void paysBackByHandAndDisputes() {
        var payment = sandbox.copyOf("R-1001").paymentReference();
        var refund =
                post("/sandbox/refunds", "{\"paymentReference\": \"%s\", \"amount\": \"9.70\"}".formatted(payment));
        assertThat(refund.getStatusCode().value()).isEqualTo(201);
        assertThat(Json.parse(refund.getBody()).path("amount").asText()).isEqualTo("9.70");
        assertThat(Json.parse(refund.getBody()).path("idempotencyKey").isNull()).isTrue();

        var dispute = post(
                "/sandbox/disputes",
                "{\"paymentReference\": \"%s\", \"status\": \"warning_needs_response\"}".formatted(payment));
        assertThat(dispute.getStatusCode().value()).isEqualTo(201);
        var moved = post(
                "/sandbox/disputes",
                "{\"paymentReference\": \"%s\", \"status\": \"needs_response\"}".formatted(payment));
        assertThat(Json.parse(moved.getBody()).path("id"))
                .isEqualTo(Json.parse(dispute.getBody()).path("id"));
        assertThat(get("/sandbox/disputes"))
                .anyMatch(known -> known.path("status").asText().equals("needs_response"));

        for (var wrong : List.of(
                "{\"amount\": \"1\"}",
                "{\"paymentReference\": \"%s\", \"amount\": \"1000.00\"}",
                "{\"paymentReference\": \"%s\", \"amount\": \"-1\"}")) {
            assertThat(post("/sandbox/refunds", wrong.formatted(payment))
                            .getStatusCode()
                            .value())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(post("/sandbox/refunds", "{\"paymentReference\": \"pi_none\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(post("/sandbox/disputes", "{\"paymentReference\": \"%s\", \"status\": \"angry\"}".formatted(payment))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void tellsTheMailServerWhatToOfferAndWhomNotToKnow() {
        var rules = post("/sandbox/smtp", "{\"smtputf8\": false, \"bounce\": \"gone@example.com\"}");
        assertThat(Json.parse(rules.getBody()).path("smtputf8").asBoolean()).isFalse();
        var gone = letter("Gone");
        gone.setTo("gone@example.com");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mail.send(gone)))
                .isInstanceOf(MailException.class);

        var many = post("/sandbox/smtp", "{\"bounce\": [\"a@example.com\", \"b@example.com\"]}");
        assertThat(Json.parse(many.getBody()).path("smtputf8").asBoolean()).isFalse();
        assertThat(Json.parse(many.getBody()).path("bounce")).hasSize(2);
        for (var wrong : List.of(
                "{\"bounce\": 1}", "{\"bounce\": [\"nobody\"]}", "{\"smtputf8\": \"yes\"}", "{\"utf8\": true}")) {
            assertThat(post("/sandbox/smtp", wrong).getStatusCode().value())
                    .as(wrong)
                    .isEqualTo(400);
        }
        post("/sandbox/smtp", "{\"smtputf8\": true, \"bounce\": null}");
        assertThat(get("/sandbox/smtp").path("bounce")).isEmpty();
        assertThat(get("/sandbox/smtp").path("smtputf8").asBoolean()).isTrue();
    }

    @Test
    void tellsWhereEverythingIs() {
        var addresses = get("/sandbox/addresses");
        for (var name : List.of(
                "app",
                "stripe",
                "stripeKey",
                "easypost",
                "shop",
                "shopToken",
                "books",
                "webhooks",
                "smtp",
                "database")) {
            assertThat(addresses.path(name).asText()).as(name).isNotBlank();
        }
        assertThat(addresses.path("database").asText()).startsWith("jdbc:postgresql:");
    }

    @Test
    void keepsMailsAsTheyWereSent() {
        mail.send(letter("Grüße"));
        await().untilAsserted(() -> assertThat(sandbox.mailsTo("grace+mail@example.com"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.subject()).isEqualTo("Grüße");
                    assertThat(letter.text()).contains("你好");
                    assertThat(letter.messageId()).isNotBlank();
                    assertThat(letter.headers().get("To").get(0)).isEqualTo("grace+mail@example.com");
                }));
        assertThat(get("/sandbox/mails")).isNotEmpty();
    }

    @Test
    void mailCanBeRefusedOrCut() {
        for (var kind : List.of("down", "error-before", "error-after", "lost-answer", "rate-limit")) {
            call(
                    HttpMethod.POST,
                    "/sandbox/faults",
                    "{\"provider\":\"smtp\",\"kind\":\"%s\",\"count\":1}".formatted(kind));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mail.send(letter(kind))))
                    .as(kind)
                    .isInstanceOf(MailException.class);
        }
        assertThat(get("/sandbox/faults")).isEmpty();
    }

    @Test
    void refusesFaultsItDoesNotKnow() {
        var refused = call(HttpMethod.POST, "/sandbox/faults", "{\"provider\":\"fax\",\"kind\":\"down\",\"count\":1}");
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        call(HttpMethod.POST, "/sandbox/faults", "{\"provider\":\"shop\",\"kind\":\"slow\",\"count\":2}");
        assertThat(get("/sandbox/faults").at("/0/count").asInt()).isEqualTo(2);
        assertThat(call(HttpMethod.DELETE, "/sandbox/faults", null)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(get("/sandbox/faults")).isEmpty();
    }

    @Test
    void hasDemoUsersInTheirGroups() {
        for (var demo : DemoUsers.ALL) {
            assertThat(identities.checkPassword(demo.id(), demo.id())).isTrue();
            assertThat(identities.createUserQuery().memberOfGroup(demo.group()).list())
                    .anyMatch(user -> user.getId().equals(demo.id()));
        }
    }

    @Test
    void showsAPage() {
        var page = call(HttpMethod.GET, "/sandbox", null);
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(new String(page.getBody())).contains("Redress sandbox");
    }

    private static SimpleMailMessage letter(String subject) {
        var letter = new SimpleMailMessage();
        letter.setFrom("care@redress.example");
        letter.setTo("grace+mail@example.com");
        letter.setSubject(subject);
        letter.setText("你好");
        return letter;
    }

    private ResponseEntity<byte[]> post(String path, String body) {
        return call(HttpMethod.POST, path, body);
    }

    private JsonNode get(String path) {
        return Json.parse(call(HttpMethod.GET, path, null).getBody());
    }

    private ResponseEntity<byte[]> call(HttpMethod method, String path, String body) {
        var request = sandbox.anybody().method(method).uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().onStatus(status -> true, (req, res) -> {}).toEntity(byte[].class);
    }
}
