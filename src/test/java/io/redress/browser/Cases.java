package io.redress.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;

/** Files the complaints that people then meet in their browsers, and reads what became of them. */
final class Cases {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SandboxDriver world;

    Cases(SandboxDriver world) {
        this.world = world;
    }

    /** What {@code system} is answered: {@code caseNumber}, {@code trackingUrl} and the rest. */
    JsonNode missingParcel(JsonNode order, String locale) {
        var customer = Map.of(
                "name", order.at("/customer/name").asText(),
                "email", order.at("/customer/email").asText(),
                "locale", locale);
        return file(Map.of(
                "channel", "web",
                "claim", "not_received",
                "subject", "Where is my parcel?",
                "description", "I waited at home the whole week, and the neighbours have nothing either.",
                "customer", customer,
                "order", Map.of("number", order.path("number").asText())));
    }

    JsonNode file(Map<String, Object> complaint) {
        return world.as("system")
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(complaint)
                .retrieve()
                .body(JsonNode.class);
    }

    JsonNode read(String caseNumber) {
        return world.as("lead")
                .get()
                .uri("/api/complaints/{number}", caseNumber)
                .retrieve()
                .body(JsonNode.class);
    }

    JsonNode awaitStatus(String caseNumber, String status) {
        return await(caseNumber + " is " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(
                        () -> read(caseNumber),
                        now -> now.path("status").asText().equals(status));
    }

    JsonNode awaitTask(String caseNumber, String name) {
        return await(name + " of " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> tasks(caseNumber, name), tasks -> !tasks.isEmpty())
                .get(0);
    }

    JsonNode awaitMail(String address, Predicate<JsonNode> which) {
        return await("mail to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> world.mailsTo(address).stream().filter(which).toList(), mails -> !mails.isEmpty())
                .get(0);
    }

    /** Claims and completes a task behind the browser's back. */
    void complete(JsonNode task, String login, Map<String, String> form) {
        post(login, task, "claim", Map.of("userId", login));
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        post(login, task, "submit-form", Map.of("variables", variables));
    }

    private void post(String login, JsonNode task, String action, Map<String, ?> body) {
        world.as(login)
                .post()
                .uri("/engine-rest/task/{id}/{action}", task.path("id").asText(), action)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private List<JsonNode> tasks(String caseNumber, String name) {
        var found = world.as("manager")
                .get()
                .uri("/engine-rest/task?processInstanceBusinessKey={key}&name={name}", caseNumber, name)
                .retrieve()
                .body(JsonNode.class);
        return StreamSupport.stream(found.spliterator(), false).toList();
    }
}
