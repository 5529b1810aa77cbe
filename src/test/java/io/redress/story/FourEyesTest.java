package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.guard.EngineOperations.Operation;
import io.redress.people.security.Client;
import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever asked for a remedy tries every verb of the engine at its approval; another person finds it as if they had not. */
@SandboxTest
class FourEyesTest {

    private static final List<Door> BOTH = List.of(Door.REST, Door.WEB_APPLICATIONS);

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private ApprovalAttacks attacks;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @BeforeEach
    void gather() {
        attacks = new ApprovalAttacks(world.baseUrl(), tasks, management, history, jdbc);
        join("both", "handlers", "leads");
        join("boss", "managers", "camunda-admin");
    }

    @AfterEach
    void leave() {
        deputy("handler", null);
        List.of("both", "boss").forEach(identities::deleteUser);
    }

    @Test
    void nobodyWhoAskedFindsAVerbThatApproves() throws IOException {
        Map<String, Asked> ways = new LinkedHashMap<>();
        ways.put("lead who verified", askedBy("lead"));
        ways.put("manager and administrator who verified", askedBy("boss"));

        // Each at one door; the full run goes through both, and the verbs of the task itself do so below.
        tryAll(ways, ApprovalAttacks.mostDangerous(), List.of(List.of(Door.WEB_APPLICATIONS), List.of(Door.REST)));
    }

    @Test
    @Tag("deep")
    void nobodyWhoAskedInAnyWayFindsAnyOperationThatApproves() throws IOException {
        Map<String, Asked> ways = new LinkedHashMap<>();
        ways.put("handler who verified", askedBy("handler2"));
        ways.put("lead who verified", askedBy("lead"));
        ways.put("lead as the handler's deputy", askedByDeputy());
        ways.put("manager who verified", askedBy("manager"));
        ways.put("handler and lead in one who verified", askedBy("both"));
        ways.put("manager and administrator who verified", askedBy("boss"));
        ways.put("lead who asked before a handler did", askedAgain());

        tryAll(ways, ApprovalAttacks.all(), List.of(BOTH));
    }

    @Test
    void delegatingAndHandingBackLeavesNoAnswer() {
        Asked asked = askedBy("lead");
        String yes = "{\"variables\":{\"approval\":{\"value\":\"approve\",\"type\":\"String\"}}}";
        String id = asked.task.id();

        for (Door door : Door.values()) {
            Client requester = door.as(world.baseUrl(), "lead");
            Client other = door.as(world.baseUrl(), "lead2");
            String task = door.prefix() + "/task/" + id;
            assertThat(requester.post(task + "/resolve", yes).status()).isEqualTo(400);
            assertThat(other.post(task + "/resolve", yes).status())
                    .as("nor does anybody else hand it back with an answer")
                    .isEqualTo(400);
            assertThat(other.post(task + "/delegate", "{\"userId\":\"lead\"}").status())
                    .isEqualTo(400);
        }

        assertThat(post("lead2", "/engine-rest/task/" + id + "/complete", Map.of()))
                .as("an empty form decides nothing")
                .isEqualTo(400);
        approve(asked);
    }

    @Test
    void anApprovalThatAManagerDrewByItsFormAloneIsAnotherPersonsToo() {
        Asked asked = askedBy("lead");
        repository
                .createDeployment()
                .addClasspathResource("doors/own-approval.bpmn")
                .enableDuplicateFiltering(true)
                .name("ownApproval")
                .deploy();
        var process = runtime.startProcessInstanceByKey(
                "ownApproval", asked.caseNumber, Map.of("caseNumber", asked.caseNumber));
        EngineTask own = desk.awaitTask(asked.caseNumber, "Second look");

        attacks.run(asked.caseNumber, own, "lead", "lead who verified", "manager2", ApprovalAttacks.ofTheTask(), BOTH);

        assertThat(desk.submit(own, "manager2", Map.of()).getStatusCode().value())
                .isEqualTo(400);
        desk.complete(own, "manager2", Map.of("approval", "approve"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
        desk.awaitEntry(asked.caseNumber, "step_approved", "Second look");
        approve(asked);
    }

    private record Asked(String caseNumber, EngineTask task, String requester) {}

    /** @param doors in turn for each way */
    private void tryAll(Map<String, Asked> ways, List<Operation> operations, List<List<Door>> doors)
            throws IOException {
        int turn = 0;
        for (Map.Entry<String, Asked> way : ways.entrySet()) {
            Asked asked = way.getValue();
            attacks.run(
                    asked.caseNumber,
                    asked.task,
                    asked.requester,
                    way.getKey(),
                    "manager2",
                    operations,
                    doors.get(turn++ % doors.size()));
        }
        write();
        ways.values().forEach(this::approve);
    }

    /** The right approver finds an empty form, approves, and it is paid once. */
    private void approve(Asked asked) {
        assertThat(world.refunds(asked.caseNumber)).isEmpty();
        tasks.setAssignee(asked.task.id(), null);
        desk.complete(asked.task, "manager2", Map.of("approval", "approve"));
        desk.awaitStatus(asked.caseNumber, "waiting_for_follow_up");
        assertThat(world.refunds(asked.caseNumber)).hasSize(1);
        assertThat(desk.mails("mine@example.org", "")).isEmpty();
    }

    /** Operations, requesters and outcomes, to read after the run. */
    private void write() throws IOException {
        String rows = attacks.table().entrySet().stream()
                .map(row -> row.getKey() + "\n    "
                        + row.getValue().entrySet().stream()
                                .map(cell -> cell.getKey() + " ×" + cell.getValue())
                                .collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n"));
        Map<String, Integer> sums = new TreeMap<>();
        attacks.table()
                .values()
                .forEach(cells -> cells.forEach((cell, count) -> sums.merge(
                        cell.replaceFirst(" (REST|WEB_APPLICATIONS): ", " | ").replaceFirst(" \\d+$", ""),
                        count,
                        Integer::sum)));
        String summary = sums.entrySet().stream()
                .map(sum -> sum.getKey() + ": " + sum.getValue())
                .collect(Collectors.joining("\n"));
        String said = attacks.table().size() + " operations\n" + summary + "\n\n";
        System.out.println(said);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/four-eyes.txt"), said + rows + "\n");
    }

    /** A refund in a currency in which nobody decides alone: another lead or manager approves. */
    private Asked askedBy(String person) {
        Filed filed = file();
        desk.complete(desk.awaitTask(filed.caseNumber(), "Verify complaint"), person, confirmed());
        return waiting(filed, person);
    }

    private Asked askedByDeputy() {
        Filed filed = file();
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(verify, "handler");
        deputy("handler", "lead2");
        desk.awaitCase(filed.caseNumber(), complaint -> "lead2"
                .equals(tasks.createTaskQuery()
                        .taskId(verify.id())
                        .singleResult()
                        .getAssignee()));
        assertThat(desk.submit(verify, "lead2", confirmed()).getStatusCode().value())
                .isEqualTo(204);
        return waiting(filed, "lead2");
    }

    private Asked askedAgain() {
        Filed filed = file();
        desk.complete(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "lead", confirmed());
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Approve remedy"),
                "manager2",
                Map.of("approval", "refuse", "approvalReason", "Look again."));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        tasks.setAssignee(verify.id(), null);
        desk.complete(verify, "handler2", confirmed());
        return waiting(filed, "lead");
    }

    private Asked waiting(Filed filed, String requester) {
        return new Asked(filed.caseNumber(), desk.awaitTask(filed.caseNumber(), "Approve remedy"), requester);
    }

    private Filed file() {
        SandboxOrder order = world.copyOf("S-2011");
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private static Map<String, String> confirmed() {
        return Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund");
    }

    private int post(String login, String path, Object body) {
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

    private void deputy(String person, String deputy) {
        if (deputy == null) {
            desk.client("manager")
                    .delete()
                    .uri("/api/deputies/{person}", person)
                    .retrieve()
                    .toBodilessEntity();
            return;
        }
        desk.client("manager")
                .put()
                .uri("/api/deputies/{person}", person)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "deputy",
                        deputy,
                        "until",
                        world.clock().instant().plus(Duration.ofHours(8)).toString(),
                        "reason",
                        "On leave"))
                .retrieve()
                .toBodilessEntity();
    }

    private void join(String login, String... groups) {
        var user = identities.newUser(login);
        user.setEmail(login + "@redress.example");
        user.setPassword(login);
        ((IdentityServiceImpl) identities).saveUser(user, true);
        List.of(groups).forEach(group -> identities.createMembership(login, group));
    }
}
