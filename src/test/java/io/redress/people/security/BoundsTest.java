package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Registered;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every field of every door that takes JSON, with numbers, texts and dates that no honest sender sends. */
@SandboxTest
class BoundsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "\"@here@\"";

    @Autowired
    SandboxDriver world;

    /** A door, who knocks, and a body in which every field of it stands with a value of its kind. */
    private record Door(String user, String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String COMPLAINT = """
            {"channel":"web","claim":"late","externalId":"x","receivedAt":"2026-01-02T03:04:05Z","complainantRole":"buyer",
            "customer":{"name":"B","email":"bounds@customers.example","phone":"+4930123456","locale":"en","timeZone":"UTC"},
            "order":{"number":"B-1","placedOn":"2026-01-02T03:04:05Z","currency":"EUR","total":"12.50","deliveryFee":"3.00",
            "deliveryTaxRate":"19.00","fees":[{"name":"wrap","amount":"1.00","taxRate":"7.00"}],"paymentReference":"p",
            "trackingCode":"t","items":[{"line":1,"sku":"S","description":"d","quantity":1,"unitPrice":"8.50",
            "serialNumber":"n","taxRate":"19.00"}],"shipments":[{"trackingCode":"t","items":[{"line":1,"sku":"S","quantity":1}]}]},
            "affectedItems":[{"line":1,"sku":"S","quantity":1}],"subject":"s","description":"It came late.","desiredRemedy":"r"}""";

    private static final String START = """
            {"variables":{"description":{"value":"It came late.","type":"String"},"amount":{"value":5,"type":"Double"},
            "count":{"value":5,"type":"Integer"},"at":{"value":"2026-01-02T03:04:05.000+0000","type":"Date"},
            "customerEmail":{"value":"bounds@customers.example","type":"String"}}}""";

    private static List<Door> doors(String caseNumber) {
        var ofCase = "/api/complaints/" + caseNumber;
        return List.of(
                new Door("system", "POST", "/api/complaints", COMPLAINT),
                new Door("system", "POST", ofCase + "/messages", "{\"text\":\"t\",\"externalId\":\"e\"}"),
                new Door("system", "POST", ofCase + "/withdrawal", "{\"reason\":\"r\"}"),
                new Door(
                        "handler",
                        "POST",
                        ofCase + "/legal-events",
                        "{\"event\":\"data_requested\",\"at\":\"2026-01-02T03:04:05Z\"}"),
                new Door(
                        "handler",
                        "POST",
                        ofCase + "/legal-clocks/met",
                        "{\"clock\":\"c\",\"at\":\"2026-01-02T03:04:05Z\"}"),
                new Door(
                        "handler",
                        "PUT",
                        ofCase + "/customer",
                        "{\"name\":\"n\",\"email\":\"e@customers.example\",\"phone\":\"+4930123456\",\"locale\":\"de\","
                                + "\"timeZone\":\"UTC\",\"reason\":\"r\"}"),
                new Door("lead", "PUT", ofCase + "/letters-hold", "{\"held\":true,\"reason\":\"r\"}"),
                new Door("lead", "PUT", ofCase + "/team", "{\"team\":\"handlers\",\"reason\":\"r\"}"),
                new Door("lead", "PUT", ofCase + "/shield", "{\"names\":[\"n\"],\"reason\":\"r\"}"),
                new Door("lead", "PUT", ofCase + "/danger", "{\"danger\":\"none\",\"reason\":\"r\"}"),
                new Door(
                        "system",
                        "POST",
                        ofCase + "/returns",
                        "{\"remedyId\":\"i\",\"condition\":\"c\",\"note\":\"n\"}"),
                new Door(
                        "manager",
                        "PUT",
                        "/api/deputies/handler",
                        "{\"deputy\":\"handler2\",\"from\":\"2026-01-02T03:04:05Z\",\"until\":\"2026-01-03T03:04:05Z\","
                                + "\"reason\":\"r\"}"),
                new Door("manager", "PUT", "/api/stop-switch", "{\"held\":false,\"reason\":\"r\"}"),
                new Door(
                        "manager",
                        "POST",
                        "/api/goodwill-codes?dryRun=true",
                        "{\"codes\":[{\"code\":\"c\",\"kind\":\"voucher\",\"currency\":\"EUR\",\"amount\":\"5.00\","
                                + "\"expiresAt\":\"2027-01-02T03:04:05Z\"}]}"),
                new Door(
                        "manager",
                        "PUT",
                        "/api/calendars/bounds",
                        "{\"zone\":\"UTC\",\"hours\":{\"monday\":\"09:00-17:00\"},\"holidays\":\"DE\","
                                + "\"days\":{\"2026-12-24\":\"09:00-12:00\"}}"),
                new Door(
                        "manager",
                        "PUT",
                        "/api/teams/bounds",
                        "{\"name\":\"n\",\"markets\":[\"DE\"],\"zone\":\"UTC\"}"),
                new Door("manager", "POST", "/api/danger/check", "{\"texts\":[{\"text\":\"t\",\"language\":\"en\"}]}"),
                new Door(
                        "lead",
                        "POST",
                        "/api/letter-samples",
                        "{\"count\":1,\"from\":\"2026-01-02\",\"to\":\"2026-01-03\",\"handler\":\"h\"}"),
                new Door("lead", "PUT", "/api/letter-samples/" + new UUID(0, 1), "{\"score\":1,\"comment\":\"c\"}"),
                new Door("system", "POST", "/engine-rest/process-definition/key/complaintResolution/start", START),
                new Door(
                        "handler",
                        "POST",
                        "/engine-rest/task",
                        "{\"createdBefore\":\"2026-01-02T03:04:05.000+0000\"," + "\"nameLike\":\"n\",\"priority\":5}"),
                new Door(
                        "manager",
                        "PUT",
                        "/engine-rest/job/none/duedate",
                        "{\"duedate\":\"2026-01-02T03:04:05.000+0000\"}"),
                new Door(
                        "manager",
                        "POST",
                        "/engine-rest/decision-definition/key/compensation/evaluate",
                        "{\"variables\":{\"amount\":{\"value\":5,\"type\":\"Double\"},\"claim\":{\"value\":\"late\"}}}"));
    }

    /** What is put where a value of the door's body stood, raw. */
    private static Map<String, String> attacks() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("1e1000000", "1e1000000");
        attacks.put("1E+400", "1E+400");
        attacks.put("1e308", "1e308");
        attacks.put("-1e-1000000", "-1e-1000000");
        attacks.put("900 digits", "9".repeat(900));
        attacks.put("5,000 digits", "9".repeat(5_000));
        attacks.put("900 decimals", "0." + "1".repeat(900));
        attacks.put("a text of 30,000", "\"" + "x".repeat(30_000) + "\"");
        attacks.put("a text of 900,000", "\"" + "x".repeat(900_000) + "\"");
        attacks.put("a body of 6 MB", "\"" + "x".repeat(6_000_000) + "\"");
        attacks.put("the last year", "\"+999999999-12-31T23:59:59Z\"");
        attacks.put("the first year", "\"-999999999-01-01T00:00:00Z\"");
        attacks.put("the year 294277", "\"+294277-01-01T00:00:00+01:00\"");
        attacks.put("the year 0", "\"0000-01-01T00:00:00.000+0000\"");
        attacks.put("deep lists", "[".repeat(400) + "]".repeat(400));
        return attacks;
    }

    /** Calls with the place of each value of a body, and what is read there. */
    private static void places(JsonNode node, Consumer<String> body, JsonNode root) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(field -> {
                // Kept apart, because the field itself changes with the object.
                var value = field.getValue();
                if (value.isValueNode()) {
                    object.put(field.getKey(), "@here@");
                    body.accept(root.toString());
                    object.set(field.getKey(), value);
                } else {
                    places(value, body, root);
                }
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                var value = list.get(i);
                if (value.isValueNode()) {
                    list.set(i, "@here@");
                    body.accept(root.toString());
                    list.set(i, value);
                } else {
                    places(value, body, root);
                }
            }
        }
    }

    private static List<String> bodies(String body) {
        try {
            var root = JSON.readTree(body);
            var bodies = new ArrayList<String>();
            places(root, bodies::add, root);
            return bodies;
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(body, noJson);
        }
    }

    private Client.Answer knock(Map<String, Client> clients, Door door, String body) {
        var client = clients.computeIfAbsent(door.user(), user -> Client.program(world.baseUrl(), user));
        return door.method().equals("PUT") ? client.put(door.path(), body) : client.post(door.path(), body);
    }

    private String caseNumber() {
        var answer =
                Client.program(world.baseUrl(), "system").post("/api/complaints", """
                        {"description":"It came late.","customer":{"email":"bounds%d@customers.example"}}""".formatted(System.nanoTime()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.as(Registered.class).caseNumber();
    }

    private void attack(Door door, String body, Map.Entry<String, String> attack, Map<String, Client> clients) {
        var answer = knock(clients, door, body.replace(HERE, attack.getValue()));
        assertThat(answer.status())
                .as("%s with %s in %s: %s", door, attack.getKey(), body, answer.body())
                .isIn(400, 413);
        if (answer.status() == 400) {
            assertThat(answer.as(ProblemDocument.class).fields().get(0))
                    .as("%s with %s in %s: %s", door, attack.getKey(), body, answer.body())
                    .isNotEmpty();
        }
    }

    /** Each door and each attack, and each field, but not all of all. */
    @Test
    void aSampleOfAllFieldsAndAttacks() {
        var clients = new HashMap<String, Client>();
        var attacks = List.copyOf(attacks().entrySet());
        var turn = 0;
        for (var door : doors(caseNumber())) {
            for (var body : bodies(door.body())) {
                attack(door, body, attacks.get(turn++ % attacks.size()), clients);
            }
        }
    }

    @Test
    @Tag("deep")
    void allAttacksOnAllFields() {
        var clients = new HashMap<String, Client>();
        for (var door : doors(caseNumber())) {
            for (var body : bodies(door.body())) {
                attacks().entrySet().forEach(attack -> attack(door, body, attack, clients));
            }
        }
    }

    @Test
    void theFieldIsNamed() {
        var system = Client.program(world.baseUrl(), "system");
        var total = system.post(
                "/api/complaints",
                "{\"description\":\"d\",\"customer\":{\"email\":\"b@customers.example\"},"
                        + "\"order\":{\"number\":\"1\",\"currency\":\"EUR\",\"total\":1e1000000,\"items\":"
                        + "[{\"sku\":\"s\",\"quantity\":1,\"unitPrice\":1E+400}]}}");
        assertThat(total.status()).isEqualTo(400);
        assertThat(total.as(ProblemDocument.class).fields()).containsExactly("order.total", "order.items[0].unitPrice");
        var text = system.post(
                "/api/complaints",
                "{\"description\":\"d\",\"customer\":{\"email\":\"b@customers.example\"},"
                        + "\"order\":{\"number\":\"1\",\"currency\":\"EUR\",\"total\":\"1e1000000\"}}");
        assertThat(text.status()).isEqualTo(400);
        assertThat(text.as(ProblemDocument.class).fields()).containsExactly("order.total");
        var variable = system.post(
                "/engine-rest/process-definition/key/complaintResolution/start",
                START.replace("\"value\":5,\"type\":\"Double\"", "\"value\":1e400,\"type\":\"Double\""));
        assertThat(variable.status()).isEqualTo(400);
        assertThat(variable.as(ProblemDocument.class).fields()).containsExactly("amount");
    }

    @Test
    void whatHonestSendersSendIsTaken() {
        var system = Client.program(world.baseUrl(), "system");
        var long20 = "ü".repeat(20_000);
        for (var body : List.of(
                "{\"description\":\"" + long20 + "\",\"customer\":{\"email\":\"b@customers.example\"}}",
                "{\"description\":\"2026-01-02\",\"externalId\":\"" + UUID.randomUUID()
                        + "\",\"order\":{\"number\":\"1234-56-78\",\"currency\":\"EUR\",\"total\":12.50,\"placedOn\":"
                        + "\"2026-01-02T03:04:05.123456789+01:00\"},\"customer\":{\"email\":\"b@customers.example\"}}",
                "{\"description\":\"d\",\"order\":{\"number\":\"2\",\"currency\":\"EUR\",\"total\":999999999999.99},"
                        + "\"customer\":{\"email\":\"b@customers.example\"}}")) {
            var answer = system.post("/api/complaints", body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
        var handler = Client.program(world.baseUrl(), "handler");
        assertThat(handler.post(
                                "/engine-rest/task",
                                "{\"priority\":50,\"createdAfter\":\"2026-01-02T03:04:05.000+0000\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void parametersOfAddressesAndFormsAreBoundedToo() {
        var manager = Client.program(world.baseUrl(), "manager");
        assertThat(manager.get("/api/stop-switch/report?from=%2B999999999-01-01")
                        .status())
                .isEqualTo(400);
        assertThat(manager.get("/api/stop-switch/report?from=-0001-01-01").status())
                .isEqualTo(400);
        assertThat(manager.get("/api/stop-switch/report?from=2026-01-01&to=2026-01-02")
                        .status())
                .isEqualTo(200);
        var token = Client.program(world.baseUrl(), "system").post("/api/complaints", """
                        {"description":"It came late.","customer":{"email":"bounds%d@customers.example"}}""".formatted(System.nanoTime()));
        var page = token.as(Registered.class).trackingUrl().replaceFirst("https?://[^/]+", "");
        for (var attack : List.of(
                Map.of("resolved", "yes", "score", "1e1000000", "comment", "c"),
                Map.of("resolved", "yes", "score", "5", "comment", "x".repeat(30_000)))) {
            var answer = Client.anonymous(world.baseUrl())
                    .with("Accept", "text/html")
                    .form(page + "/feedback", attack);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }
}
