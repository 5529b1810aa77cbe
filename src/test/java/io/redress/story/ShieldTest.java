package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.Registered;
import io.redress.answer.engine.EngineCount;
import io.redress.answer.engine.EngineTask;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Complaints about our own staff: whom they accuse sees nothing of them, by whatever door. */
@SandboxTest
class ShieldTest {

    private static final String SECRET = "zebrafinch";
    private static final String REST_DOOR = "/engine-rest";
    private static final String WEB_DOOR = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void handlerFindsTheComplaintAboutHerselfByNoDoor() throws Exception {
        Filed filed = desk.file(aComplaint()
                .named("Petra " + SECRET)
                .from("petra." + SECRET + "@customer.example")
                .saying("I want to complain about HANNA HÄNDLER, no: hanna handler. She shouted at me. " + SECRET));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");
        EngineTask name = desk.awaitTask(number, "Name accused");
        Map<String, String> ids = idsOf(number, verify);

        List<String> seen = new ArrayList<>();
        List<String> control = new ArrayList<>();
        lookEverywhere(REST_DOOR, true, number, ids, seen, control);
        lookEverywhere(WEB_DOOR, false, number, ids, seen, control);
        assertThat(seen).isEmpty();
        assertThat(control).as("what a lead sees").isNotEmpty();

        for (String path : List.of("", "/timeline", "/receipt", "/customer/corrections", "/returns", "/legal-events")) {
            assertThat(get("handler", "/api/complaints/" + number + path)
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isIn(404, 405);
        }
        assertThat(get("handler", "/api/complaints?size=200").getBody().toString())
                .doesNotContain(number);
        assertThat(send("handler", "/messages", number, Map.of("text", "I take it all back")))
                .isEqualTo(404);
        assertThat(send("handler", "/withdrawal", number, Map.of("reason", "never mind")))
                .isEqualTo(404);
        assertThat(get("lead", "/api/complaints?size=200").getBody().toString()).contains(number);
        assertThat(desk.read(number).team()).isEqualTo("leads");
        assertThat(claimOf(verify, "handler2"))
                .as("only those who lead work on it")
                .isNotEqualTo(204);

        // A lead says whom it is about, in Tasklist.
        desk.complete(
                name, "lead", Map.of("shield", "name", "accused", "Hanna Handler", "reason", "I asked the customer"));
        desk.awaitEntry(number, "accused_named", "I asked the customer");
        assertThat(get("handler", "/api/complaints/" + number).getStatusCode().value())
                .isEqualTo(404);
        assertThat(get("handler2", "/api/complaints/" + number).getStatusCode().value())
                .isEqualTo(200);
        assertThat(world.mailsTo("handler@redress.example").toString()).doesNotContain(number);
        // Nobody gives her its work.
        assertThat(assign(verify, "lead", "handler")).isEqualTo(400);
        assertThat(assign(verify, "lead", "handler2")).isEqualTo(204);

        // Or that it is about nobody of ours.
        assertThat(shield(number, "handler2", Map.of("lifted", true, "reason", "no")))
                .isEqualTo(403);
        assertThat(shield(number, "lead", Map.of("lifted", true))).isEqualTo(400);
        assertThat(shield(number, "lead", Map.of("accused", List.of("nobody"), "reason", "x")))
                .isEqualTo(400);
        assertThat(shield(number, "lead", Map.of("lifted", true, "reason", "She helped")))
                .isEqualTo(200);
        desk.awaitEntry(number, "shield_lifted", "She helped");
        assertThat(get("handler", "/api/complaints/" + number).getStatusCode().value())
                .isEqualTo(200);
        assertThat(taskIds("handler", number)).contains(ids.get("task"));
    }

    @Test
    void leadWhoIsAccusedSeesNothingAndAnotherLeadHandlesIt() {
        Filed filed =
                desk.file(aComplaint().from(unique()).saying("Your colleague Mr. Leo Lead, or lead2, lied to me."));
        EngineTask name = desk.awaitTask(filed.caseNumber(), "Name accused");

        assertThat(get("lead2", "/api/complaints/" + filed.caseNumber())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(taskIds("lead2", filed.caseNumber())).isEmpty();
        assertThat(taskIds("lead", filed.caseNumber())).contains(name.id());
        assertThat(claimOf(name, "lead2")).isEqualTo(404);
        assertThat(claimOf(name, "lead")).isEqualTo(204);
        desk.awaitAlert("lead", filed.caseNumber());
        assertThat(world.mailsTo("lead2@redress.example").toString()).doesNotContain(filed.caseNumber());
    }

    @Test
    void managerWhoIsAccusedAndWhoeverAccusesAllLeads() {
        Filed filed =
                desk.file(aComplaint().from(unique()).saying("Lea Lead, Leo Lead and Mona Manager all lied to me."));
        String number = filed.caseNumber();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !taskIds("manager2", number).isEmpty());

        assertThat(get("manager", "/api/complaints/" + number).getStatusCode().value())
                .isEqualTo(404);
        assertThat(get("lead", "/api/complaints/" + number).getStatusCode().value())
                .isEqualTo(404);
        assertThat(taskIds("manager", number)).isEmpty();
        assertThat(get("manager2", "/api/complaints/" + number).getStatusCode().value())
                .isEqualTo(200);
        assertThat(shield(
                        number,
                        "manager2",
                        Map.of("accused", List.of("lead", "manager", "manager2", "lead2", "admin"), "reason", "all")))
                .isIn(200, 400);
    }

    @Test
    void laterMessageTakesTheCaseFromItsOwner() {
        Filed filed = desk.file(aComplaint().from(unique()).saying("The lamp flickers."));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");
        assertThat(desk.claim(verify, "handler").getStatusCode().value()).isEqualTo(204);

        assertThat(send("system", "/messages", number, Map.of("text", "And handler2 laughed at me!")))
                .isEqualTo(202);

        desk.awaitEntry(number, "shielded", "Henry Handler");
        assertThat(taskIds("handler2", number)).isEmpty();
        assertThat(taskIds("lead", number)).contains(verify.id());
        assertThat(desk.read(number).trackingUrl()).isNull();
    }

    @Test
    void complaintAboutNobodyIsSeenAsBefore() {
        Filed filed = desk.file(aComplaint()
                .named("Handler Lead")
                .from(unique())
                .saying("The handler of the bag is broken, and the lead cable is missing too. Mr Miller of the carrier"
                        + " was rude."));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(get("handler", "/api/complaints/" + filed.caseNumber())
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(taskIds("handler", filed.caseNumber())).isNotEmpty();
    }

    @Test
    void staffPassOnAndAreNeverTheCustomer() {
        Filed filed = desk.file(aComplaint().from(unique()).saying("The kettle hums."));
        String number = filed.caseNumber();
        EngineTask verify = desk.awaitTask(number, "Verify complaint");

        // What is passed on says by whom, and nobody takes a complaint back without the customer's words.
        assertThat(send("handler", "/withdrawal", number, Map.of())).isEqualTo(400);
        assertThat(send("handler", "/withdrawal", number, Map.of("reason", " \u200b ")))
                .isEqualTo(400);
        assertThat(send("handler", "/messages", number, Map.of("text", "It hums louder.")))
                .isEqualTo(202);
        desk.awaitEntry(number, "customer_wrote", "passed on");
        assertThat(Client.program(world.baseUrl(), "admin")
                        .post(
                                "/engine-rest/message",
                                "{\"messageName\":\"redress.withdrawn\",\"businessKey\":\"" + number + "\"}")
                        .status())
                .isEqualTo(403);

        // The customer's own page is theirs: staff have no link to it, and answer nothing on it.
        for (String login : List.of("handler", "lead", "manager")) {
            assertThat(Answers.read(get(login, "/api/complaints/" + number).getBody(), Complaint.class)
                            .trackingUrl())
                    .isNull();
        }
        assertThat(Answers.read(get("system", "/api/complaints/" + number).getBody(), Complaint.class)
                        .trackingUrl())
                .isEqualTo(filed.trackingUrl());
        Registered typed =
                desk.file(aComplaint().from(unique()).sentBy("handler")).answer();
        assertThat(typed.trackingUrl()).isNull();
        String token = filed.trackingUrl().substring(filed.trackingUrl().lastIndexOf('/') + 1);
        Client handler = Client.program(world.baseUrl(), "handler");
        assertThat(handler.get("/engine-rest/history/variable-instance").body()).doesNotContain(token);
        assertThat(handler.get("/engine-rest/task/" + verify.id() + "/form-variables")
                        .body())
                .doesNotContain(token);
        Client browser = Client.browser(world.baseUrl(), "handler");
        assertThat(browser.form("/case/" + token + "/messages", Map.of("text", "I am she"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/case/" + token + "/withdrawal", "{}").status())
                .isEqualTo(403);
        assertThat(Client.anonymous(world.baseUrl())
                        .post("/case/" + token + "/messages", "{\"text\":\"It is I\"}")
                        .status())
                .isEqualTo(202);

        assertThat(send("handler", "/withdrawal", number, Map.of("reason", "“Forget it”, she said")))
                .isEqualTo(202);
        assertThat(desk.timeline(number)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo("withdrawal_requested");
            assertThat(entry.actor()).isEqualTo("handler");
            assertThat(entry.onBehalfOf()).isEqualTo("customer");
        });

        // Nobody handles a complaint of their own.
        Filed own = desk.file(aComplaint().from("handler@redress.example").saying("I bought a bag. " + unique()));
        assertThat(send("handler", "/messages", own.caseNumber(), Map.of("text", "Pay me")))
                .isEqualTo(404);
        EngineTask task = desk.awaitTask(own.caseNumber(), "Verify complaint");
        assertThat(claimOf(task, "handler")).isEqualTo(404);
        assertThat(claimOf(task, "handler2")).isEqualTo(204);
    }

    private static String unique() {
        return UUID.randomUUID() + "@customer.example";
    }

    /** Notes an answer that tells of the case. */
    private static void look(
            Client.Answer answer, String call, String number, Map<String, String> ids, List<String> seen) {
        String body = answer.body();
        boolean sent = call.contains(number) || ids.values().stream().anyMatch(call::contains);
        boolean tells = body.contains(SECRET)
                || !sent && body.contains(number)
                || ids.values().stream().anyMatch(id -> !call.contains(id) && body.contains(id));
        if (tells || answer.status() >= 500) {
            seen.add(answer.status() + " " + call + " → " + body.substring(0, Math.min(300, body.length())));
        }
    }

    /** An engine id of each kind that belongs to the case, by what addresses call it. */
    private Map<String, String> idsOf(String number, EngineTask task) {
        Map<String, String> ids = new HashMap<>();
        ids.put("task", task.id());
        ids.put("process-instance", task.processInstanceId());
        ids.put("execution", task.executionId());
        String instance = ids.get("process-instance");
        ids.put("variable-instance", first("/variable-instance?processInstanceIdIn=" + instance));
        ids.put("history/variable-instance", first("/history/variable-instance?processInstanceId=" + instance));
        ids.put("history/activity-instance", first("/history/activity-instance?processInstanceId=" + instance));
        ids.put("history/detail", first("/history/detail?processInstanceId=" + instance));
        ids.put("job", first("/job?processInstanceId=" + instance));
        ids.put("history/job-log", first("/history/job-log?processInstanceId=" + instance));
        ids.put("history/decision-instance", first("/history/decision-instance?processInstanceId=" + instance));
        ids.values().removeIf(String::isEmpty);
        return ids;
    }

    private String first(String path) {
        JsonNode found = get("manager", "/engine-rest" + path).getBody();
        return found == null ? "" : found.path(0).path("id").asText("");
    }

    /** What the gate asks for at one door only: whole lists hold what all stories left, and are long. */
    @Tag("deep")
    @Test
    void wholeListsOfTheWebsDoorDoNotShowItEither() throws Exception {
        String number = desk.file(aComplaint()
                        .from("paula." + SECRET + "@customer.example")
                        .saying("I want to complain about hanna handler. She shouted at me. " + SECRET))
                .caseNumber();
        Map<String, String> ids = idsOf(number, desk.awaitTask(number, "Verify complaint"));
        List<String> seen = new ArrayList<>();
        List<String> control = new ArrayList<>();

        lookEverywhere(WEB_DOOR, true, number, ids, seen, control);

        assertThat(seen).isEmpty();
        assertThat(control).as("what a lead sees").isNotEmpty();
    }

    /** @param whole whether lists are asked for in which all cases stand */
    private void lookEverywhere(
            String prefix,
            boolean whole,
            String number,
            Map<String, String> ids,
            List<String> seen,
            List<String> control)
            throws Exception {
        String ofCase = "{\"processInstanceBusinessKey\":\"" + number + "\"}";
        Client accused = prefix.equals(REST_DOOR)
                ? Client.program(world.baseUrl(), "handler")
                : Client.browser(world.baseUrl(), "handler");
        Client lead = prefix.equals(REST_DOOR)
                ? Client.program(world.baseUrl(), "lead")
                : Client.browser(world.baseUrl(), "lead");
        for (String path : readingPaths(ids)) {
            if (!whole && ids.values().stream().noneMatch(path::contains)) {
                continue;
            }
            look(accused.get(prefix + path), "GET " + prefix + path, number, ids, seen);
            if (path.startsWith("/task") || path.startsWith("/history/task")) {
                look(lead.get(prefix + path), path, number, ids, control);
            }
        }
        for (String path : queryPaths()) {
            for (String body : whole ? List.of("{}", ofCase) : List.of(ofCase)) {
                look(accused.post(prefix + path, body), "POST " + prefix + path, number, ids, seen);
            }
        }
        for (String verb : List.of("claim", "complete", "submit-form", "resolve", "unclaim", "comment/create")) {
            Client.Answer answer = accused.post(
                    prefix + "/task/" + ids.get("task") + "/" + verb, "{\"userId\":\"handler\",\"message\":\"x\"}");
            assertThat(answer.status()).as(verb).isIn(400, 403, 404, 415);
            look(answer, verb, number, ids, seen);
        }
        assertThat(accused.get(prefix + "/task/count?processInstanceBusinessKey=" + number)
                        .as(EngineCount.class)
                        .count())
                .isZero();
        assertThat(accused.get(prefix + "/history/task/count?processInstanceBusinessKey=" + number)
                        .as(EngineCount.class)
                        .count())
                .isZero();
    }

    /** Every address of the engine's that is read, with the case's ids in it. */
    private static Set<String> readingPaths(Map<String, String> ids) throws Exception {
        Set<String> paths = new LinkedHashSet<>();
        JsonNode api = JSON.readTree(ShieldTest.class.getResourceAsStream("/openapi.json"));
        api.path("paths").properties().forEach(path -> {
            if (path.getValue().has("get")) {
                String filled = fill(path.getKey(), ids);
                if (filled != null) {
                    paths.add(filled);
                }
            }
        });
        assertThat(paths).hasSizeGreaterThan(80);
        for (String list : List.of("/task", "/history/task", "/history/process-instance", "/history/user-operation")) {
            paths.add(list + "?maxResults=100000");
        }
        return paths;
    }

    private static String fill(String path, Map<String, String> ids) {
        String kind = ids.keySet().stream()
                .filter(key -> path.startsWith("/" + key + "/{"))
                .findFirst()
                .orElse(null);
        if (path.startsWith("/history/process-instance/{")) {
            return rest(path, ids.get("process-instance"));
        }
        if (kind != null) {
            return rest(path, ids.get(kind));
        }
        return path.contains("{") ? null : path;
    }

    private static String rest(String path, String id) {
        return path.replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", "caseNumber");
    }

    private static List<String> queryPaths() {
        return List.of(
                "/task",
                "/task/count",
                "/process-instance",
                "/process-instance/count",
                "/execution",
                "/variable-instance",
                "/history/task",
                "/history/task/count",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/detail");
    }

    private List<String> taskIds(String login, String number) {
        JsonNode found = get(login, "/engine-rest/task?processInstanceBusinessKey=" + number)
                .getBody();
        return Stream.of(Answers.read(found, EngineTask[].class))
                .map(EngineTask::id)
                .toList();
    }

    private int claimOf(EngineTask task, String login) {
        return desk.claim(task, login).getStatusCode().value();
    }

    private int assign(EngineTask task, String by, String to) {
        return post(by, "/engine-rest/task/" + task.id() + "/assignee", Map.of("userId", to));
    }

    private int shield(String number, String by, Map<String, Object> body) {
        return desk.client(by)
                .put()
                .uri("/api/complaints/{number}/shield", number)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int send(String login, String door, String number, Map<String, Object> body) {
        return post(login, "/api/complaints/" + number + door, body);
    }

    private int post(String login, String path, Map<String, Object> body) {
        return desk.client(login)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private ResponseEntity<JsonNode> get(String login, String path) {
        return desk.client(login).get().uri(path).retrieve().toEntity(JsonNode.class);
    }
}
