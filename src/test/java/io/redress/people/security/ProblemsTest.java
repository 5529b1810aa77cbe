package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.people.security.Client.Answer;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever goes wrong at our doors is said as a problem document, without a stack trace. */
@SandboxTest
class ProblemsTest {

    @Autowired
    SandboxDriver world;

    @Test
    void malformedBodiesNameTheField() {
        var client = Client.program(world.baseUrl(), "system");
        assertProblem(client.post("/api/complaints", "{\"description\":"), 400, "body");
        assertProblem(client.post("/api/complaints", "{\"description\":\"x\",\"colour\":\"red\"}"), 400, "colour");
        assertProblem(client.post("/api/complaints", "{\"channel\":\"pigeon\",\"description\":\"x\"}"), 400, "channel");
        assertProblem(client.post("/api/complaints", "{\"receivedAt\":\"tomorrow\"}"), 400, "receivedAt");
        assertProblem(
                client.post("/api/complaints", "{\"order\":{\"items\":[{\"sku\":{}}]}}"), 400, "order.items[0].sku");
        assertProblem(client.post("/api/complaints", ""), 400, "body");
    }

    @Test
    void wrongAddressesMethodsAndTypes() {
        var client = Client.program(world.baseUrl(), "system");
        assertProblem(client.get("/api/nothing"), 404, null);
        assertProblem(client.delete("/api/complaints"), 405, null);
        assertProblem(client.form("/api/complaints", Map.of("a", "b")), 415, null);
        assertProblem(Client.program(world.baseUrl(), "manager").get("/engine-rest/nothing"), 404, null);
        assertProblem(Client.program(world.baseUrl(), "handler").get("/engine-rest/nothing"), 403, null);
        assertProblem(Client.program(world.baseUrl(), "handler").get("/engine-rest/task/none"), 404, null);
        assertProblem(
                Client.program(world.baseUrl(), "handler").form("/engine-rest/task", Map.of("a", "b")), 415, null);
    }

    @Test
    void peopleGetAPage() {
        var browser = Client.browser(world.baseUrl(), "handler").with("Accept", "text/html");
        var page = browser.get("/camunda/nothing-here");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("There is nothing here").doesNotContain("Exception", "\tat ");
    }

    private static void assertProblem(Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.as(ProblemDocument.class).status()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("\tat ", "java.lang", "trace");
        if (field != null) {
            assertThat(answer.as(ProblemDocument.class).fields()).contains(field);
        }
    }
}
