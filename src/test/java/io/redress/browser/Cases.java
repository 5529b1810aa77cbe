package io.redress.browser;

import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint;
import io.redress.answer.Registered;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.MediaType;

/** Files the complaints that people then meet in their browsers, and reads what became of them. */
final class Cases {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SandboxDriver world;

    Cases(SandboxDriver world) {
        this.world = world;
    }

    /** What {@code system} is answered. */
    Registered missingParcel(SandboxOrder order, String locale) {
        var customer = Map.of(
                "name", order.customer().name(),
                "email", order.customer().email(),
                "locale", locale);
        return file(Map.of(
                "channel", "web",
                "claim", "not_received",
                "subject", "Where is my parcel?",
                "description", "I waited at home the whole week, and the neighbours have nothing either.",
                "customer", customer,
                "order", Map.of("number", order.number())));
    }

    Registered file(Map<String, Object> complaint) {
        return world.as("system")
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(complaint)
                .retrieve()
                .body(Registered.class);
    }

    Complaint read(String caseNumber) {
        return world.as("lead")
                .get()
                .uri("/api/complaints/{number}", caseNumber)
                .retrieve()
                .body(Complaint.class);
    }

    Complaint awaitStatus(String caseNumber, String status) {
        return await(caseNumber + " is " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> read(caseNumber), now -> now.status().equals(status));
    }

    EngineTask awaitTask(String caseNumber, String name) {
        return await(name + " of " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> tasks(caseNumber, name), tasks -> !tasks.isEmpty())
                .get(0);
    }

    SandboxMail awaitMail(String address, Predicate<SandboxMail> which) {
        return await("mail to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> world.mailsTo(address).stream().filter(which).toList(), mails -> !mails.isEmpty())
                .get(0);
    }

    /** Claims and completes a task behind the browser's back. */
    void complete(EngineTask task, String login, Map<String, String> form) {
        post(login, task, "claim", Map.of("userId", login));
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        post(login, task, "submit-form", Map.of("variables", variables));
    }

    private void post(String login, EngineTask task, String action, Map<String, ?> body) {
        world.as(login)
                .post()
                .uri("/engine-rest/task/{id}/{action}", task.id(), action)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private List<EngineTask> tasks(String caseNumber, String name) {
        return List.of(world.as("manager")
                .get()
                .uri("/engine-rest/task?processInstanceBusinessKey={key}&name={name}", caseNumber, name)
                .retrieve()
                .body(EngineTask[].class));
    }
}
