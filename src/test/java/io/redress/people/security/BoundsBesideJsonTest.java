package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Import;
import io.redress.answer.ProblemDocument;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers, texts and dates beyond all bounds where they do not stand as such in JSON: addresses, files, pages, typed texts. */
@SandboxTest
class BoundsBesideJsonTest {

    private static final List<String> FAR_TIMES = List.of(
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "9999-12-31T23:59:59.000+0000",
            "99999-1-1T0:0:0.0+0000",
            "2026-999999999-01T00:00:00.000+0000",
            "2026-01-01T999999999:00:00.000+0000");

    private static final List<String> FAR_DATES =
            List.of("+999999999-12-31", "-999999999-01-01", "9999-12-31", "0000-01-01");

    private static final List<String> HUGE_NUMBERS =
            List.of("1e1000000", "1E+400", "-1e-1000000", "9".repeat(900), "0." + "1".repeat(900));

    @Autowired
    SandboxDriver world;

    private Client program(String user) {
        return Client.program(world.baseUrl(), user);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertRefused(Client.Answer answer, String attack) {
        assertThat(answer.status())
                .as("%s: %.500s", attack, answer.body())
                .isGreaterThanOrEqualTo(400)
                .isLessThan(500);
        assertThat(answer.body()).doesNotContain("io.redress", "\tat ").hasSizeLessThan(100_000);
    }

    static Stream<String> addresses() {
        var addresses = new ArrayList<String>();
        for (var door : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            for (var time : FAR_TIMES) {
                addresses.add(door + "/task?createdBefore=" + encoded(time));
                addresses.add(door + "/task?followUpBefore=" + encoded(time));
                addresses.add(door + "/history/process-instance?startedAfter=" + encoded(time));
            }
            for (var number : HUGE_NUMBERS) {
                addresses.add(door + "/task?priority=" + encoded(number));
                addresses.add(door + "/task?firstResult=" + encoded(number));
                addresses.add(door + "/task?maxResults=" + encoded(number));
            }
        }
        for (var date : FAR_DATES) {
            addresses.add("/api/stop-switch/report?from=" + encoded(date));
            addresses.add("/api/stop-switch/report.csv?to=" + encoded(date));
            addresses.add("/api/safety-register?from=" + encoded(date));
            addresses.add("/api/promises/register?from=" + encoded(date.replaceFirst("-\\d\\d$", "")));
        }
        for (var number : HUGE_NUMBERS) {
            addresses.add("/api/complaints?page=" + encoded(number));
            addresses.add("/api/complaints?size=" + encoded(number));
        }
        return addresses.stream();
    }

    @Test
    void parametersOfAddressesAreBounded() {
        var manager = program("manager");
        var session = Client.browser(world.baseUrl(), "manager");
        addresses()
                .forEach(address ->
                        assertRefused((address.startsWith("/camunda") ? session : manager).get(address), address));
        assertThat(manager.get("/engine-rest/task?priority=50&createdBefore=2026-01-02T03%3A04%3A05.000%2B0000")
                        .status())
                .isEqualTo(200);
        assertThat(session.get("/camunda/api/engine/engine/default/task?maxResults=5&name=2026-01-02")
                        .status())
                .isEqualTo(200);
        assertThat(manager.get("/api/safety-register?from=2026-01-01&to=2026-12-31")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Double", "Integer", "Long", "Short", "double"})
    void aTextOfWhichTheEngineMakesANumberIsBounded(String type) {
        for (var door : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            var client = door.startsWith("/camunda") ? Client.browser(world.baseUrl(), "handler") : program("system");
            for (var number : HUGE_NUMBERS) {
                var answer = client.post(
                        door + "/process-definition/key/complaintResolution/start", """
                        {"variables":{"amount":{"value":"%s","type":"%s"},"description":{"value":"It came late."},
                        "customerEmail":{"value":"bounds@customers.example"}}}""".formatted(number, type));
                assertThat(answer.status()).as("%s %s", type, number).isEqualTo(400);
                assertThat(answer.as(ProblemDocument.class).fields()).contains("amount");
            }
        }
    }

    @Test
    void jsonInATextIsBoundedLikeJson() {
        for (var inner :
                List.of("{\\\"a\\\":1e1000000}", "[1E+400]", "{\\\"a\\\":\\\"+999999999-12-31T23:59:59Z\\\"}")) {
            var answer = program("system")
                    .post("/engine-rest/process-definition/key/complaintResolution/start", """
                            {"variables":{"list":{"value":"%s","type":"Json"},"description":{"value":"It came late."},
                            "customerEmail":{"value":"bounds@customers.example"}}}""".formatted(inner));
            assertThat(answer.status()).as(inner).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "99999999999", "999999999999999", "[2026,1,2]", "\"9999-12-31T00:00:00Z\""})
    void aTimeIsAText(String time) {
        var body = "{\"deputy\":\"handler2\",\"from\":%s,\"until\":\"2026-01-03T03:04:05Z\",\"reason\":\"r\"}";
        assertRefused(program("manager").put("/api/deputies/handler", body.formatted(time)), time);
        assertRefused(
                program("lead")
                        .post("/api/letter-samples", "{\"count\":1,\"from\":%s,\"to\":\"2026-01-03\"}".formatted(time)),
                time);
    }

    static Stream<String> cells() {
        return Stream.of(FAR_TIMES.stream(), FAR_DATES.stream(), HUGE_NUMBERS.stream(), Stream.of("x".repeat(30_000)))
                .flatMap(attacks -> attacks);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cellsOfFilesAreBounded(String cell) {
        var manager = program("manager");
        for (var column : List.of("receivedAt", "acknowledgedAt", "priority", "channel", "customerEmail", "hurt")) {
            var csv = "externalId,description," + column + "\nb,It came late.," + cell + "\n";
            var json = "[{\"externalId\":\"b\",\"description\":\"It came late.\",\"%s\":\"%s\"}]";
            for (var answer : List.of(
                    manager.with("Content-Type", "text/csv").send("/api/imports", csv),
                    manager.with("Content-Type", "application/json")
                            .send("/api/imports", json.formatted(column, cell)))) {
                assertThat(answer.status()).as(answer.body()).isIn(200, 400, 422);
                if (answer.status() == 200) {
                    assertThat(answer.as(Import.class).state())
                            .as(answer.body())
                            .isEqualTo("refused");
                }
            }
        }
        var codes = "code,kind,currency,amount,expiresAt\nc,voucher,EUR,%s,%s\n";
        for (var file : List.of(codes.formatted(cell, ""), codes.formatted("5.00", cell))) {
            assertRefused(manager.with("Content-Type", "text/csv").send("/api/goodwill-codes?dryRun=true", file), cell);
        }
    }

    private static Map<String, String> withToken(Client client, String page, String name, String value) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(client.get(page).body());
        assertThat(token.find()).as(page).isTrue();
        return Map.of("_csrf", token.group(1), name, value);
    }

    @Test
    void fieldsOfPagesAreBounded() {
        var manager = Client.browser(world.baseUrl(), "manager");
        var lead = Client.browser(world.baseUrl(), "lead");
        for (var attack : List.of("x".repeat(30_000), "x".repeat(300_000))) {
            assertRefused(manager.form("/stop-switch", withToken(manager, "/stop-switch", "reason", attack)), attack);
            assertRefused(manager.form("/teams", withToken(manager, "/teams", "name", attack)), attack);
        }
        for (var attack : List.of("1e1000000", "9".repeat(900))) {
            assertRefused(lead.form("/letter-samples", withToken(lead, "/letter-samples", "count", attack)), attack);
        }
        for (var attack : FAR_DATES) {
            assertRefused(lead.form("/letter-samples", withToken(lead, "/letter-samples", "from", attack)), attack);
            assertRefused(manager.get("/stop-switch/report.csv?from=" + encoded(attack)), attack);
            assertRefused(manager.get("/safety-register?from=" + encoded(attack)), attack);
        }
    }

    @Test
    void whatStandsBesideTheFilesOfADeploymentIsBounded() {
        for (var field : List.of(
                Map.entry("deployment-name", "x".repeat(300)),
                Map.entry("deployment-name", "x".repeat(30_000)),
                Map.entry("deployment-source", "x".repeat(5_000)),
                Map.entry("deployment-activation-time", "99999-1-1T0:0:0.0+0000"),
                Map.entry("deployment-activation-time", "9999-01-01T00:00:00.000+0000"))) {
            var answer = program("manager")
                    .upload(
                            "/engine-rest/deployment/create",
                            Map.of(field.getKey(), field.getValue()),
                            "bounds.txt",
                            "Nothing that the engine would read.");
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.as(ProblemDocument.class).fields().get(0)).isEqualTo(field.getKey());
        }
    }

    @Test
    void webhooksTakeNothingUnsigned() {
        for (var door : List.of("/webhooks/stripe", "/webhooks/easypost")) {
            for (var body : List.of("{\"a\":1e1000000}", "{\"a\":\"" + "x".repeat(900_000) + "\"}")) {
                assertRefused(Client.anonymous(world.baseUrl()).post(door, body), door);
            }
        }
    }
}
