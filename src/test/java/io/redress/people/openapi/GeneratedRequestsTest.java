package io.redress.people.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.people.openapi.Description.Operation;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requests made up by chance from the description, right ones and broken ones, always the same for a seed: none is answered
 * by a fault of ours, none that the description forbids is taken, and each answer is one that is described.
 */
@SandboxTest
class GeneratedRequestsTest {

    private static final long SEED = Long.getLong("redress.seed", 20_261_130L);
    private static final int REUSED = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A file of cases is answered row by row, with 200 and what is refused. */
    private static final List<String> BY_ROW = List.of("importCases");

    private final Description api = Description.committed();
    private final Bodies bodies = new Bodies(api);
    private final Schemas schemas = new Schemas(api);
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Client> clients = new HashMap<>();

    @Autowired
    SandboxDriver world;

    private Fixtures fixtures;

    @AfterEach
    void end() {
        fixtures.end();
    }

    @Test
    void aSampleFindsNoFault() {
        run(150);
    }

    @Test
    @Tag("deep")
    void thousandsFindNoFault() {
        run(6_000);
    }

    /** What is sent, and whether the description forbids it. */
    private record Made(String address, String type, String body, boolean forbidden) {}

    private void run(int count) {
        fixtures = new Fixtures(world);
        Random random = new Random(SEED);
        SoftAssertions softly = new SoftAssertions();
        List<Operation> operations = api.operations();
        for (int i = 0; i < count && softly.errorsCollected().size() < 20; i++) {
            Operation operation = operations.get(random.nextInt(operations.size()));
            Made made = make(operation, random);
            Client.Answer answer = send(operation, made);
            String told = "seed %d, request %d: %s %s %s is answered %d %s"
                    .formatted(
                            SEED,
                            i,
                            operation.method(),
                            made.address(),
                            shortened(made.body()),
                            answer.status(),
                            shortened(answer.body()));
            softly.assertThat(answer.status()).as(told).isLessThan(500);
            if (made.forbidden()) {
                softly.assertThat(answer.status())
                        .as("forbidden, and yet " + told)
                        .isBetween(400, 499);
            }
            softly.assertThat(schemas.faultsOf(operation, answer)).as(told).isEmpty();
        }
        softly.assertAll();
    }

    private Made make(Operation operation, Random random) {
        boolean[] forbidden = {false};
        String address = address(operation, random) + query(operation, random, forbidden);
        if (operation.body().isMissingNode()) {
            return new Made(address, "text/plain", "no phrase", forbidden[0]);
        }
        JsonNode body = bodies.any(operation.body(), random);
        if (!BY_ROW.contains(operation.id())) {
            fixtures.of(operation.id()).applyTo(body);
        }
        JsonNode sent = random.nextInt(5) < 2 ? body : broken(operation, body, random);
        forbidden[0] |= !BY_ROW.contains(operation.id())
                && !schemas.faults(operation.body(), sent).isEmpty();
        return new Made(address, "application/json", sent.toString(), forbidden[0]);
    }

    private JsonNode broken(Operation operation, JsonNode body, Random random) {
        List<Bodies.Broken> ways = bodies.broken(operation.body(), body);
        if (ways.isEmpty() || random.nextInt(3) == 0) {
            return Bodies.with(body, junk(random), random);
        }
        return ways.get(random.nextInt(ways.size())).body();
    }

    private static JsonNode junk(Random random) {
        List<JsonNode> junk = new ArrayList<>(List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.numberNode(7),
                JSON.numberNode(-1),
                JSON.numberNode(1.5),
                JSON.numberNode(9_999_999_999L),
                JSON.numberNode(1e15),
                JSON.textNode(""),
                JSON.textNode("  "),
                JSON.textNode("\u0000"),
                JSON.textNode("\u202e\u200b"),
                JSON.textNode("\ud83d\udca5".repeat(300)),
                JSON.textNode("2026-13-45"),
                JSON.textNode("2026-02-30T25:61:00Z"),
                JSON.textNode("' or 1=1 --"),
                JSON.textNode("x".repeat(30_000)),
                JSON.arrayNode(),
                JSON.arrayNode().addNull(),
                JSON.arrayNode().add(JSON.arrayNode().add(JSON.objectNode())),
                JSON.objectNode(),
                JSON.objectNode().put("", 1)));
        return junk.get(random.nextInt(junk.size()));
    }

    /** An address is used some times, so that most requests meet a case that others have met. */
    private String address(Operation operation, Random random) {
        int used = uses.merge(operation.id(), 1, Integer::sum);
        if (used % REUSED == 1) {
            addresses.put(
                    operation.id(),
                    fixtures.of(operation.id()) == null
                            ? filled(operation)
                            : fixtures.of(operation.id()).path().apply(fixtures));
        }
        return addresses.get(operation.id());
    }

    private String filled(Operation operation) {
        String path = operation.path();
        if (path.contains("{caseNumber}")) {
            path = path.replace("{caseNumber}", fixtures.caseNumber());
        }
        return path.replace(
                        "{id}",
                        UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .replace("{name}", operation.path().contains("calendars") ? "standard" : "No-Such")
                .replace("{version}", "0")
                .replace("{person}", "lead2");
    }

    private String query(Operation operation, Random random, boolean[] forbidden) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.said().path("parameters")) {
            // Whether a run only looks is not left to chance.
            boolean wanted = parameter.path("in").asText().equals("query")
                    && !parameter.path("name").asText().equals("dryRun")
                    && random.nextBoolean();
            if (wanted) {
                JsonNode schema = parameter.path("schema");
                boolean wrong = canBeWrong(schema) && random.nextInt(3) == 0;
                forbidden[0] |= wrong;
                add(query, parameter.path("name").asText(), wrong ? "no-such:value" : right(schema, random));
            }
        }
        if (operation.path().startsWith("/api") && random.nextInt(10) == 0) {
            forbidden[0] = true;
            add(query, "colour", "red");
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static boolean canBeWrong(JsonNode schema) {
        return !schema.path("type").asText().equals("string")
                || schema.has("enum")
                || schema.has("pattern")
                || schema.has("format");
    }

    private String right(JsonNode schema, Random random) {
        if (schema.has("pattern")) {
            return "2026-%02d".formatted(1 + random.nextInt(12));
        }
        return bodies.any(schema, random).asText();
    }

    private Client.Answer send(Operation operation, Made made) {
        Fixtures.Fixture fixture = fixtures.of(operation.id());
        String role = fixture == null ? "manager" : String.valueOf(fixture.role());
        Client client = clients.computeIfAbsent(
                role, login -> fixture == null ? Client.program(world.baseUrl(), "manager") : fixtures.client(fixture));
        String address = made.address().replaceFirst("\\?(.*)\\?", "?$1&");
        if (operation.method().equals("GET")) {
            return client.get(address);
        }
        if (operation.method().equals("DELETE")) {
            return client.delete(address);
        }
        client.with("Content-Type", made.type());
        return operation.method().equals("PUT")
                ? client.putText(address, made.body())
                : client.send(address, made.body());
    }

    private static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}
