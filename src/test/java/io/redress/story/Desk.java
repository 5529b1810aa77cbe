package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Registered;
import io.redress.answer.Timeline;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineInstance;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.ParameterizedTypeReference;
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
        ResponseEntity<String> answer = send(draft);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        return new Filed(Answers.read(answer, Registered.class));
    }

    /** Sends a complaint, whatever the answer. */
    ResponseEntity<String> send(ComplaintDraft draft) {
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
                .toEntity(String.class);
    }

    /** A client that hands back errors as answers. */
    RestClient client(String login) {
        return world.as(login)
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    Complaint read(String caseNumber) {
        return client(reader)
                .get()
                .uri("/api/complaints/{number}", caseNumber)
                .retrieve()
                .body(Complaint.class);
    }

    List<TimelineItem> timeline(String caseNumber) {
        return client(reader)
                .get()
                .uri("/api/complaints/{number}/timeline", caseNumber)
                .retrieve()
                .body(Timeline.class)
                .items();
    }

    Complaint awaitStatus(String caseNumber, String status) {
        return awaitCase(caseNumber, complaint -> complaint.status().equals(status));
    }

    Complaint awaitCase(String caseNumber, Predicate<Complaint> condition) {
        return await("case " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> read(caseNumber), condition);
    }

    List<Remedy> remedies(String caseNumber, String kind) {
        return read(caseNumber).remedies().stream()
                .filter(remedy -> remedy.kind().equals(kind))
                .toList();
    }

    boolean hasEnded(String caseNumber) {
        return ENDED.contains(read(caseNumber).status());
    }

    /** Waits until somebody has the task, and returns it as Tasklist's own interface shows it. */
    EngineTask awaitTask(String caseNumber, String name) {
        return await("task " + name + " of " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> tasks(caseNumber, name), found -> !found.isEmpty())
                .get(0);
    }

    List<EngineTask> tasks(String caseNumber, String name) {
        return List.of(client("manager")
                .get()
                .uri("/engine-rest/task?processInstanceBusinessKey={key}&name={name}", caseNumber, name)
                .retrieve()
                .body(EngineTask[].class));
    }

    /** Every open task of a case, as a manager sees them. */
    List<EngineTask> tasksOf(String caseNumber) {
        return List.of(client("manager")
                .get()
                .uri("/engine-rest/task?processInstanceBusinessKey={key}", caseNumber)
                .retrieve()
                .body(EngineTask[].class));
    }

    /** The case's running processes of a key, as a manager sees them. */
    List<EngineInstance> instances(String caseNumber, String process) {
        return findInstances("businessKey={case}&processDefinitionKey={process}", caseNumber, process);
    }

    /** Waits until a process of the case stands at a step. */
    void awaitStep(String caseNumber, String process, String step) {
        String query = "businessKey={case}&processDefinitionKey={process}&activityIdIn={step}";
        await(step + " of " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> !findInstances(query, caseNumber, process, step).isEmpty());
    }

    private List<EngineInstance> findInstances(String query, Object... values) {
        return List.of(client("manager")
                .get()
                .uri("/engine-rest/process-instance?" + query, values)
                .retrieve()
                .body(EngineInstance[].class));
    }

    /** Waits for an entry of a kind in the case's timeline that contains words. */
    void awaitEntry(String caseNumber, String kind, String words) {
        await(kind + " in " + caseNumber)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> timeline(caseNumber).stream()
                        .anyMatch(entry ->
                                entry.kind().equals(kind) && entry.text().contains(words)));
    }

    /** Corrects the customer of a case, and expects this status. */
    ResponseEntity<String> correct(String caseNumber, String login, Map<String, Object> correction, int status) {
        ResponseEntity<String> answer = client(login)
                .put()
                .uri("/api/complaints/{number}/customer", caseNumber)
                .contentType(MediaType.APPLICATION_JSON)
                .body(correction)
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        return answer;
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
    void complete(EngineTask task, String login, Map<String, String> form) {
        claim(task, login);
        ResponseEntity<String> answer = submit(task, login, form);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(204);
    }

    ResponseEntity<String> claim(EngineTask task, String login) {
        return client(login)
                .post()
                .uri("/engine-rest/task/{id}/claim", task.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("userId", login))
                .retrieve()
                .toEntity(String.class);
    }

    ResponseEntity<String> submit(EngineTask task, String login, Map<String, String> form) {
        Map<String, Object> variables = new java.util.HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        return client(login)
                .post()
                .uri("/engine-rest/task/{id}/submit-form", task.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", variables))
                .retrieve()
                .toEntity(String.class);
    }

    /** What Tasklist shows in the task's form when a handler opens it. */
    String form(EngineTask task) {
        return form(task, "handler").body(String.class);
    }

    /** What the task's case file tells this person. */
    String caseFile(EngineTask task, String login) {
        Map<String, EngineVariable> variables = form(task, login).body(new ParameterizedTypeReference<>() {});
        return variables.get("caseFile").value();
    }

    private RestClient.ResponseSpec form(EngineTask task, String login) {
        return client(login)
                .get()
                .uri("/engine-rest/task/{id}/form-variables?deserializeValues=false", task.id())
                .retrieve();
    }

    /** Waits for a mail to the address whose text contains a word. */
    SandboxMail awaitMail(String address, String word) {
        return await("mail to " + address + " with " + word)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> mails(address, word), found -> !found.isEmpty())
                .get(0);
    }

    /** Waits for a mail to staff, who hear of things when they are at work: where they are not, time goes on until then. */
    SandboxMail awaitAlert(String login, String word) {
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

    List<SandboxMail> mails(String address, String word) {
        return world.mailsTo(address).stream()
                .filter(mail -> (mail.subject() + "\n" + mail.text()).contains(word))
                .toList();
    }
}
