package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Files complaints, reads cases and completes tasks through the public doors, as the people and systems do. */
class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> ENDED = Set.of("closed", "withdrawn");

    private final SandboxDriver world;
    private final String reader;

    Desk(SandboxDriver world) {
        this(world, "lead");
    }

    /** @param reader who reads the cases, where not every lead may see them */
    Desk(SandboxDriver world, String reader) {
        this.world = world;
        this.reader = reader;
    }

    Filed file(ComplaintDraft draft) {
        ResponseEntity<JsonNode> answer = send(draft);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        return new Filed(answer.getBody().path("caseNumber").asText(), answer.getBody());
    }

    /** Sends a complaint, whatever the answer. */
    ResponseEntity<JsonNode> send(ComplaintDraft draft) {
        return client(draft.client())
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (draft.key() != null) {
                        headers.set("Idempotency-Key", draft.key());
                    }
                })
                .body(draft.body())
                .retrieve()
                .toEntity(JsonNode.class);
    }

    /** A client that hands back errors as answers. */
    RestClient client(String login) {
        return world.as(login)
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    JsonNode read(String caseNumber) {
        return client(reader)
                .get()
                .uri("/api/complaints/{number}", caseNumber)
                .retrieve()
                .body(JsonNode.class);
    }

    List<JsonNode> timeline(String caseNumber) {
        JsonNode timeline = client(reader)
                .get()
                .uri("/api/complaints/{number}/timeline", caseNumber)
                .retrieve()
                .body(JsonNode.class);
        return list(timeline.path("items"));
    }

    JsonNode awaitStatus(String caseNumber, String status) {
        return awaitCase(
                caseNumber, complaint -> complaint.path("status").asText().equals(status));
    }

    JsonNode awaitCase(String caseNumber, Predicate<JsonNode> condition) {
        return await("case " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> read(caseNumber), condition);
    }

    List<JsonNode> remedies(String caseNumber, String kind) {
        return list(read(caseNumber).path("remedies")).stream()
                .filter(remedy -> remedy.path("kind").asText().equals(kind))
                .toList();
    }

    boolean hasEnded(String caseNumber) {
        return ENDED.contains(read(caseNumber).path("status").asText());
    }

    /** Waits until somebody has the task, and returns it as Tasklist's own interface shows it. */
    JsonNode awaitTask(String caseNumber, String name) {
        return await("task " + name + " of " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> tasks(caseNumber, name), found -> !found.isEmpty())
                .get(0);
    }

    List<JsonNode> tasks(String caseNumber, String name) {
        JsonNode found = client("manager")
                .get()
                .uri("/engine-rest/task?processInstanceBusinessKey={key}&name={name}", caseNumber, name)
                .retrieve()
                .body(JsonNode.class);
        return list(found);
    }

    /** Every open task of a case, as a manager sees them. */
    List<JsonNode> tasksOf(String caseNumber) {
        return list(client("manager")
                .get()
                .uri("/engine-rest/task?processInstanceBusinessKey={key}", caseNumber)
                .retrieve()
                .body(JsonNode.class));
    }

    /** The case's running processes of a key, as a manager sees them. */
    List<JsonNode> instances(String caseNumber, String process) {
        return list(client("manager")
                .get()
                .uri(
                        "/engine-rest/process-instance?businessKey={case}&processDefinitionKey={process}",
                        caseNumber,
                        process)
                .retrieve()
                .body(JsonNode.class));
    }

    /** Waits until a process of the case stands at a step. */
    void awaitStep(String caseNumber, String process, String step) {
        await(step + " of " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> !list(client("manager")
                                .get()
                                .uri(
                                        "/engine-rest/process-instance?businessKey={case}&processDefinitionKey={process}"
                                                + "&activityIdIn={step}",
                                        caseNumber,
                                        process,
                                        step)
                                .retrieve()
                                .body(JsonNode.class))
                        .isEmpty());
    }

    /** Waits for an entry of a kind in the case's timeline that contains words. */
    void awaitEntry(String caseNumber, String kind, String words) {
        await(kind + " in " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> timeline(caseNumber).stream()
                        .anyMatch(entry -> entry.path("kind").asText().equals(kind)
                                && entry.path("text").asText().contains(words)));
    }

    /** Corrects the customer of a case, and expects this status. */
    JsonNode correct(String caseNumber, String login, Map<String, Object> correction, int status) {
        ResponseEntity<JsonNode> answer = client(login)
                .put()
                .uri("/api/complaints/{number}/customer", caseNumber)
                .contentType(MediaType.APPLICATION_JSON)
                .body(correction)
                .retrieve()
                .toEntity(JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(status);
        return answer.getBody();
    }

    void turnStopSwitch(boolean held) {
        client("manager")
                .put()
                .uri("/api/stop-switch")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("held", held, "reason", "A test"))
                .retrieve()
                .toBodilessEntity();
    }

    /** Claims and completes a task by its form. */
    void complete(JsonNode task, String login, Map<String, String> form) {
        claim(task, login);
        ResponseEntity<String> answer = submit(task, login, form);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(204);
    }

    ResponseEntity<String> claim(JsonNode task, String login) {
        return client(login)
                .post()
                .uri("/engine-rest/task/{id}/claim", task.path("id").asText())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("userId", login))
                .retrieve()
                .toEntity(String.class);
    }

    ResponseEntity<String> submit(JsonNode task, String login, Map<String, String> form) {
        Map<String, Object> variables = new java.util.HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        return client(login)
                .post()
                .uri("/engine-rest/task/{id}/submit-form", task.path("id").asText())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", variables))
                .retrieve()
                .toEntity(String.class);
    }

    /** What Tasklist shows in the task's form when a handler opens it. */
    String form(JsonNode task) {
        return form(task, "handler").toString();
    }

    /** What the task's case file tells this person. */
    String caseFile(JsonNode task, String login) {
        return form(task, login).at("/caseFile/value").asText();
    }

    private JsonNode form(JsonNode task, String login) {
        return client(login)
                .get()
                .uri(
                        "/engine-rest/task/{id}/form-variables?deserializeValues=false",
                        task.path("id").asText())
                .retrieve()
                .body(JsonNode.class);
    }

    /** Waits for a mail to the address whose text contains a word. */
    JsonNode awaitMail(String address, String word) {
        return await("mail to " + address + " with " + word)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> mails(address, word), found -> !found.isEmpty())
                .get(0);
    }

    /** Waits for a mail to staff, who hear of things when they are at work: where they are not, time goes on until then. */
    JsonNode awaitAlert(String login, String word) {
        return await("mail to " + login + " with " + word)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(
                        () -> {
                            if (!isOpen(now())) {
                                advanceIntoWork(Duration.ZERO);
                            }
                            return mails(login + "@redress.example", word);
                        },
                        found -> !found.isEmpty())
                .get(0);
    }

    /** Lets at least so much time pass, and more until staff are at work for some time to come. */
    void advanceIntoWork(Duration atLeast) {
        Instant now = now();
        Instant then = now.plus(atLeast);
        while (!isOpen(then) || !isOpen(then.plus(Duration.ofHours(2)))) {
            then = then.plus(Duration.ofMinutes(30));
        }
        if (then.isAfter(now)) {
            world.advance(Duration.between(now, then));
        }
    }

    /**
     * Lets the time pass that a resolution is given, and little more, so that it is late by at most three days. What the
     * ladder does to the cases' tasks is done when this returns: whoever acts on one meanwhile is told to try again.
     */
    void letResolutionsBeLate(List<String> caseNumbers) {
        advanceIntoWork(Duration.ofDays(7).plusHours(1));
        caseNumbers.forEach(number -> awaitEntry(number, "rung_climbed", "resolution is at 100 %"));
    }

    /** Lets at least so much time pass, and more until staff have been gone for an hour, and stay away for long. */
    void advanceIntoTheNight(Duration atLeast) {
        Instant now = now();
        Instant then = now.plus(atLeast);
        while (isOpen(then.minus(Duration.ofHours(1))) || isOpen(then) || isOpen(then.plus(Duration.ofHours(10)))) {
            then = then.plus(Duration.ofMinutes(30));
        }
        world.advance(Duration.between(now, then));
    }

    Instant now() {
        return world.clock().instant();
    }

    /** As the sandbox's standard calendar says. */
    static boolean isOpen(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        return time.getDayOfWeek().getValue() < 6 && time.getHour() >= 9 && time.getHour() < 17;
    }

    List<JsonNode> mails(String address, String word) {
        return world.mailsTo(address).stream()
                .filter(mail -> (mail.path("subject").asText() + "\n"
                                + mail.path("text").asText())
                        .contains(word))
                .toList();
    }

    static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
