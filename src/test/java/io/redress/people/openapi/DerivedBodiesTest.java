package io.redress.people.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.ProblemDocument;
import io.redress.people.openapi.Description.Operation;
import io.redress.people.openapi.Fixtures.Fixture;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each operation with a JSON body, with the least, the fullest and one too much that its description allows. The answers,
 * too, are held against the description.
 */
@SandboxTest
class DerivedBodiesTest {

    /** A file of cases is answered row by row, with 200 and what is refused: see ImportTest. */
    private static final Set<String> BY_ROW = Set.of("importCases");

    private final Description api = Description.committed();
    private final Bodies bodies = new Bodies(api);
    private final Schemas schemas = new Schemas(api);

    @Autowired
    SandboxDriver world;

    private Fixtures fixtures;

    @BeforeEach
    void prepare() {
        fixtures = new Fixtures(world);
    }

    @AfterEach
    void end() {
        fixtures.end();
    }

    private List<Operation> operations() {
        return api.operations().stream()
                .filter(one -> !one.body().isMissingNode() && !BY_ROW.contains(one.id()))
                .toList();
    }

    @Test
    void everyOperationWithABodyHasItsFixture() {
        Set<String> known = operations().stream().map(Operation::id).collect(Collectors.toSet());
        assertThat(fixtures.operations())
                .as("operations with a JSON body: say in Fixtures who calls each, and what has to be there for it")
                .isEqualTo(known);
    }

    @Test
    void leastIsTaken() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            JsonNode body = bodies.least(operation.body());
            assertTaken(softly, operation, body);
        }
        softly.assertAll();
    }

    @Test
    void fullestIsTaken() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            assertTaken(softly, operation, bodies.fullest(operation.body()));
        }
        softly.assertAll();
    }

    private void assertTaken(SoftAssertions softly, Operation operation, JsonNode body) {
        Fixture fixture = fixtures.of(operation.id());
        fixture.applyTo(body);
        softly.assertThat(schemas.faults(operation.body(), body))
                .as("what is derived for %s: %s", operation, body)
                .isEmpty();
        Client.Answer answer = send(operation, fixture, body);
        if (!fixture.accepts().contains(answer.status())) {
            softly.assertThat(answer.status())
                    .as("%s with %s: %s", operation, shortened(body), answer.body())
                    .isBetween(200, 299);
        }
        assertDescribed(softly, operation, answer);
    }

    private void assertDescribed(SoftAssertions softly, Operation operation, Client.Answer answer) {
        softly.assertThat(schemas.faultsOf(operation, answer))
                .as("%s answers %d: %s", operation, answer.status(), answer.body())
                .isEmpty();
    }

    @Test
    void oneTooMuchIsRefusedByField() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            Fixture fixture = fixtures.of(operation.id());
            JsonNode right = bodies.fullest(operation.body());
            fixture.applyTo(right);
            String address = fixture.path().apply(fixtures);
            for (Bodies.Broken broken : bodies.broken(operation.body(), right)) {
                softly.assertThat(schemas.faults(operation.body(), broken.body()))
                        .as("what the schema says of %s as %s", broken.field(), broken.how())
                        .isNotEmpty();
                Client.Answer answer = send(operation, fixture, address, broken.body());
                String told = "%s with %s as %s: %s".formatted(operation, broken.field(), broken.how(), answer.body());
                softly.assertThat(answer.status()).as(told).isEqualTo(400);
                if (answer.status() == 400) {
                    softly.assertThat(answer.as(ProblemDocument.class).fields())
                            .as(told)
                            .anyMatch(field -> field.equals(broken.field()) || field.startsWith(broken.field() + "."));
                    assertDescribed(softly, operation, answer);
                }
            }
        }
        softly.assertAll();
    }

    private Client.Answer send(Operation operation, Fixture fixture, JsonNode body) {
        return send(operation, fixture, fixture.path().apply(fixtures), body);
    }

    private Client.Answer send(Operation operation, Fixture fixture, String address, JsonNode body) {
        Client client = fixtures.client(fixture);
        return operation.method().equals("PUT")
                ? client.put(address, body.toString())
                : client.post(address, body.toString());
    }

    private static String shortened(JsonNode json) {
        String text = json.toString();
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
