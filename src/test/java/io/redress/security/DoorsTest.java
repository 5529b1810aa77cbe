package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks both doors to the engine's REST interface, with a login of every kind. */
@SandboxTest
class DoorsTest {

    private static final String COMPLAINT = """
            {"variables":{"description":{"value":"It broke.","type":"String"},
            "customerEmail":{"value":"doors@customers.example","type":"String"}}}""";

    @Autowired
    SandboxDriver world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    /** The same REST interface by its two doors. */
    record Door(String name, boolean session, String prefix) {

        Client as(String base, String user) {
            return session ? Client.browser(base, user) : Client.program(base, user);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Door> doors() {
        return Stream.of(
                new Door("/engine-rest", false, "/engine-rest"),
                new Door("/engine-rest/engine/default", false, "/engine-rest/engine/default"),
                new Door("/camunda/api", true, "/camunda/api/engine/engine/default"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void anOrdinaryDayWorks(Door door) {
        var handler = door.as(world.baseUrl(), "handler");
        var taskId = aTask();
        assertThat(handler.post(
                                door.prefix + "/task",
                                "{\"candidateGroup\":\"handlers\",\"includeAssignedTasks\":true}")
                        .json()
                        .findValuesAsText("id"))
                .contains(taskId);
        assertThat(handler.post(door.prefix + "/task/" + taskId + "/claim", "{\"userId\":\"handler\"}")
                        .status())
                .isEqualTo(204);
        assertThat(handler.post(door.prefix + "/task/" + taskId + "/comment/create", "{\"message\":\"seen\"}")
                        .status())
                .isEqualTo(200);
        assertThat(handler.get(door.prefix + "/task/" + taskId + "/comment").status())
                .isEqualTo(200);
        assertThat(handler.get(door.prefix + "/task/" + taskId + "/deployed-form")
                        .status())
                .isEqualTo(200);
        var done = handler.post(
                door.prefix + "/task/" + taskId + "/submit-form",
                "{\"variables\":{\"upheld\":{\"value\":true,\"type\":\"Boolean\"},\"note\":{\"value\":\"ok\"}}}");
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void expressionsInQueriesDoNotRun(Door door) {
        var attacks = List.of(
                "{\"orQueries\":[{\"dueAfterExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}",
                "{\"assigneeExpression\":\"${now().getClass()}\"}",
                "{\"orQueries\":[{\"orQueries\":[{\"DUEAFTEREXPRESSION\":\"${1}\"}]}]}",
                "{\"assigneeExpression\":[\"${currentUser()}\"]}");
        for (var user : List.of("handler", "manager", "admin")) {
            var client = door.as(world.baseUrl(), user);
            for (var attack : attacks) {
                var answer = client.post(door.prefix + "/task", attack);
                assertThat(answer.status()).as(user + attack + answer.body()).isEqualTo(400);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                assertThat(answer.json().path("errors").path(0).path("field").asText())
                        .endsWithIgnoringCase("expression");
            }
            assertThat(client.get(door.prefix + "/task?assigneeExpressio%6E=%24%7B1%7D")
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void filtersCarryOnlyKnownExpressionsAndAreTheManagers(Door door) {
        var bad = """
                {"resourceType":"Task","name":"bad","query":{"orQueries":[{"dueBeforeExpression":"${''.getClass()}"}]}}""";
        var good = """
                {"resourceType":"Task","name":"good","query":{"dueBeforeExpression":"${endOfToday()}"}}""";
        var manager = door.as(world.baseUrl(), "manager");
        assertThat(manager.post(door.prefix + "/filter/create", bad).status()).isEqualTo(400);
        var created = manager.post(door.prefix + "/filter/create", good);
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        var address = door.prefix + "/filter/" + created.json().path("id").asText();
        assertThat(manager.get(address + "/list").status()).isEqualTo(200);
        assertThat(manager.put(address, bad).status()).isEqualTo(400);
        assertThat(manager.delete(address).status()).isEqualTo(204);
        assertThat(door.as(world.baseUrl(), "handler")
                        .post(door.prefix + "/filter/create", good)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void onlyManagersDeployAndOnlyHarmlessModels(Door door) {
        var script = model(
                "scripted",
                "<scriptTask id=\"scriptTask_attack\" scriptFormat=\"juel\"><script>${1}</script></scriptTask>");
        assertThat(door.as(world.baseUrl(), "handler")
                        .deploy(door.prefix + "/deployment/create", "a.bpmn", script)
                        .status())
                .isEqualTo(403);
        assertThat(door.as(world.baseUrl(), "lead")
                        .deploy(door.prefix + "/deployment/create", "a.bpmn", script)
                        .status())
                .isEqualTo(403);
        var manager = door.as(world.baseUrl(), "manager");
        for (var attack : List.of(
                script,
                model(
                        "climbing",
                        "<serviceTask id=\"scriptTask_attack\" camunda:expression=\"${''.getClass().forName('x')}\" />"),
                model(
                        "service",
                        "<serviceTask id=\"scriptTask_attack\" camunda:expression=\"${execution.getProcessEngineServices()}\" />"),
                model(
                        "bean",
                        "<serviceTask id=\"scriptTask_attack\" camunda:expression=\"${dataSource.connection}\" />"),
                model("class", "<serviceTask id=\"scriptTask_attack\" camunda:class=\"java.lang.Object\" />"),
                model("shell", "<serviceTask id=\"scriptTask_attack\" camunda:type=\"shell\" />"),
                model(
                        "retry",
                        "<serviceTask id=\"scriptTask_attack\" camunda:asyncBefore=\"true\" camunda:expression=\"${1}\"><extensionElements><camunda:failedJobRetryTimeCycle>often</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>"),
                model(
                        "listener",
                        "<userTask id=\"scriptTask_attack\"><extensionElements><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"groovy\">x</camunda:script></camunda:taskListener></extensionElements></userTask>"))) {
            var answer = manager.deploy(door.prefix + "/deployment/create", "attack.bpmn", attack);
            assertThat(answer.status()).as(attack + answer.body()).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains("scriptTask_attack");
            assertThat(answer.json()
                            .at("/details/attack.bpmn/errors/0/mainElementId")
                            .asText())
                    .isEqualTo("scriptTask_attack");
        }
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentNameLike("attack%")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void onlyTheComplaintIsStarted(Door door) {
        var refundId = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("refund")
                .latestVersion()
                .singleResult()
                .getId();
        for (var user : List.of("handler", "lead", "manager", "admin")) {
            var client = door.as(world.baseUrl(), user);
            var start = door.prefix + "/process-definition";
            assertThat(client.post(start + "/key/refund/start", "{}").status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(client.post(start + "/" + refundId + "/start", "{}").status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(client.post(start + "/" + refundId + "/submit-form", "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(start + "/key/refund/tenant-id/x/start", "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(start + "/" + refundId + "/restart", "{\"processInstanceIds\":[\"x\"]}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("refund")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aStartBringsNoNumberOfItsOwn(Door door) {
        var client = door.as(world.baseUrl(), "handler");
        var start = door.prefix + "/process-definition/key/complaintResolution/start";
        var before = runtime.createProcessInstanceQuery().count();
        var keyed = client.post(start, "{\"businessKey\":\"C-1\",\"variables\":{}}");
        assertThat(keyed.status()).isEqualTo(400);
        assertThat(keyed.json().at("/errors/0/field").asText()).isEqualTo("businessKey");
        assertThat(client.post(start, "{\"variables\":{\"caseNumber\":{\"value\":\"C-1\"}}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(
                                start,
                                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"end\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(
                                start,
                                "{\"variables\":{\"x\":{\"type\":\"Object\",\"value\":\"{}\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\"}}}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{\"description\":{\"value\":\"" + "x".repeat(4001) + "\"}}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{\"description\":{\"value\":")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{},\"variables\":{}}").status())
                .isEqualTo(400);
        assertThat(client.post(start, "{\"variables\":{\"d\":{\"value\":\"" + "x".repeat(2_000_000) + "\"}}}")
                        .status())
                .isEqualTo(413);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
        var started = client.post(start, COMPLAINT);
        assertThat(started.status()).as(started.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void handlersAnswerFormsAndNothingElse(Door door) {
        var client = door.as(world.baseUrl(), "handler");
        var taskId = aTask();
        var instance = tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
        for (var end : List.of("complete", "submit-form", "resolve")) {
            var answer = client.post(
                    door.prefix + "/task/" + taskId + "/" + end,
                    "{\"variables\":{\"refundApproved\":{\"value\":true}}}");
            assertThat(answer.status()).as(end).isIn(400, 403);
        }
        var undeclared = client.post(
                door.prefix + "/task/" + taskId + "/complete", "{\"variables\":{\"refundApproved\":{\"value\":true}}}");
        assertThat(undeclared.status()).isEqualTo(400);
        assertThat(undeclared.json().at("/errors/0/field").asText()).isEqualTo("refundApproved");
        for (var attack : List.of(
                "/task/" + taskId + "/variables",
                "/task/" + taskId + "/localVariables",
                "/task/" + taskId + "/bpmnError",
                "/task/" + taskId + "/assignee",
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/modification",
                "/process-instance/delete",
                "/modification/execute",
                "/migration/execute",
                "/execution/" + instance + "/signal",
                "/message",
                "/signal",
                "/condition",
                "/external-task/fetchAndLock",
                "/authorization/create",
                "/user/create",
                "/group/create",
                "/task/create",
                "/history/cleanup",
                "/identity/verify")) {
            assertThat(client.post(door.prefix + attack, "{}").status())
                    .as(attack)
                    .isEqualTo(403);
        }
        assertThat(client.put(door.prefix + "/process-instance/" + instance + "/variables/amount", "{\"value\":1}")
                        .status())
                .isEqualTo(403);
        assertThat(client.put(door.prefix + "/user/lead/credentials", "{\"password\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(client.delete(door.prefix + "/process-instance/" + instance).status())
                .isEqualTo(403);
        assertThat(door.as(world.baseUrl(), "manager")
                        .delete(door.prefix + "/process-instance/" + instance)
                        .status())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(taskId).count()).isOne();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void whatAFormOnlyShowsStaysAsItIs(Door door) {
        var taskId = aTask();
        tasks.setVariable(taskId, "amount", 20);
        var client = door.as(world.baseUrl(), "handler");
        var address = door.prefix + "/task/" + taskId + "/submit-form";
        var changed = client.post(address, "{\"variables\":{\"amount\":{\"value\":2000}}}");
        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.json().at("/errors/0/field").asText()).isEqualTo("amount");
        var same = client.post(address, "{\"variables\":{\"amount\":{\"value\":20.0,\"type\":\"Double\"}}}");
        assertThat(same.status()).as(same.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aColleaguesTaskIsTheColleagues(Door door) {
        var taskId = aTask();
        tasks.setAssignee(taskId, "handler2");
        var handler = door.as(world.baseUrl(), "handler");
        assertThat(handler.post(door.prefix + "/task/" + taskId + "/complete", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(handler.post(door.prefix + "/task/" + taskId + "/unclaim", "{}")
                        .status())
                .isEqualTo(403);
        var lead = door.as(world.baseUrl(), "lead");
        assertThat(lead.post(door.prefix + "/task/" + taskId + "/assignee", "{\"userId\":\"handler\"}")
                        .status())
                .isEqualTo(204);
        assertThat(handler.post(door.prefix + "/task/" + taskId + "/complete", "{}")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aRefusalOfTheDomainIsABadRequest(Door door) {
        var answer = door.as(world.baseUrl(), "handler")
                .post(
                        door.prefix + "/task/" + aTask("formTask") + "/submit-form",
                        "{\"variables\":{\"note\":{\"value\":\"no answer\"}}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("finalAnswer");
        assertThat(answer.body()).doesNotContain("java.", "at org.");
    }

    @Test
    void nobodyEntersWithoutALogin() {
        var client = Client.anonymous(world.baseUrl());
        for (var path : List.of(
                "/engine-rest/engine",
                "/engine-rest/task",
                "/api/complaints",
                "/actuator/metrics",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine")) {
            var answer = client.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(client.with("Accept", "text/html")
                        .get("/camunda/app/tasklist/default/")
                        .header("Location"))
                .endsWith("/login");
        assertThat(Client.anonymous(world.baseUrl()).get("/actuator/health").status())
                .isEqualTo(200);
        assertThat(Client.anonymous(world.baseUrl())
                        .get("/actuator/health/liveness")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSetupIsClosedForEveryone() {
        for (var client : List.of(Client.anonymous(world.baseUrl()), Client.browser(world.baseUrl(), "admin"))) {
            assertThat(client.post("/camunda/api/admin/setup/default/user/create", "{\"profile\":{\"id\":\"eve\"}}")
                            .status())
                    .isEqualTo(404);
            assertThat(client.get("/camunda/app/admin/default/setup/").status()).isEqualTo(404);
        }
    }

    @Test
    void foreignPagesAreRefused() {
        for (var origin : List.of("https://evil.example", "null", "http://localhost:1")) {
            assertThat(Client.program(world.baseUrl(), "handler")
                            .with("Origin", origin)
                            .get("/engine-rest/task")
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(Client.program(world.baseUrl(), "handler")
                        .with("Origin", world.baseUrl())
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void systemsSeeNoApplication() {
        var system = Client.browser(world.baseUrl(), "system");
        assertThat(system.get("/camunda/app/tasklist/default/").status()).isEqualTo(403);
        assertThat(system.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(403);
        assertThat(system.get("/").status()).isEqualTo(403);
        var program = Client.program(world.baseUrl(), "system");
        assertThat(program.get("/engine-rest/task").status()).isEqualTo(403);
        assertThat(program.post("/engine-rest/process-definition/key/complaintResolution/start", COMPLAINT)
                        .status())
                .isEqualTo(200);
        assertThat(program.get("/actuator/metrics").status()).isEqualTo(403);
        assertThat(Client.program(world.baseUrl(), "manager")
                        .get("/actuator/metrics")
                        .status())
                .isEqualTo(200);
    }

    private String aTask() {
        return aTask("plainTask");
    }

    private String aTask(String process) {
        repository
                .createDeployment()
                .addClasspathResource("doors/" + (process.equals("plainTask") ? "plain-task" : "form-task") + ".bpmn")
                .addClasspathResource("doors/answer.form")
                .enableDuplicateFiltering(true)
                .name(process)
                .deploy();
        var instance = runtime.startProcessInstanceByKey(process);
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private static String model(String id, String step) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="attack">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="start" />%s</process>
                </definitions>""".formatted(id, step);
    }
}
