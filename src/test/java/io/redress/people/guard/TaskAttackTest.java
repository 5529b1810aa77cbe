package io.redress.people.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.ProblemDocument;
import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Works on tasks through both doors, as one may and as one may not. */
@SandboxTest
class TaskAttackTest {

    @Autowired
    SandboxDriver world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @EnumSource(Door.class)
    void anOrdinaryDayWorks(Door door) {
        var handler = door.as(world.baseUrl(), "handler");
        var taskId = aTask();
        assertThat(handler.post(
                                door.prefix() + "/task",
                                "{\"candidateGroup\":\"handlers\",\"includeAssignedTasks\":true}")
                        .json()
                        .findValuesAsText("id"))
                .contains(taskId);
        assertThat(handler.post(door.prefix() + "/task/" + taskId + "/claim", "{\"userId\":\"handler\"}")
                        .status())
                .isEqualTo(204);
        assertThat(handler.post(door.prefix() + "/task/" + taskId + "/comment/create", "{\"message\":\"seen\"}")
                        .status())
                .isEqualTo(200);
        assertThat(handler.get(door.prefix() + "/task/" + taskId + "/comment").status())
                .isEqualTo(200);
        assertThat(handler.get(door.prefix() + "/task/" + taskId + "/deployed-form")
                        .status())
                .isEqualTo(200);
        var done = handler.post(
                door.prefix() + "/task/" + taskId + "/submit-form",
                "{\"variables\":{\"upheld\":{\"value\":true,\"type\":\"Boolean\"},\"note\":{\"value\":\"ok\"}}}");
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void handlersAnswerFormsAndNothingElse(Door door) {
        var client = door.as(world.baseUrl(), "handler");
        var taskId = aTask();
        var instance = tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
        for (var end : List.of("complete", "submit-form", "resolve")) {
            var answer = client.post(
                    door.prefix() + "/task/" + taskId + "/" + end,
                    "{\"variables\":{\"refundApproved\":{\"value\":true}}}");
            assertThat(answer.status()).as(end).isIn(400, 403);
        }
        var undeclared = client.post(
                door.prefix() + "/task/" + taskId + "/complete",
                "{\"variables\":{\"refundApproved\":{\"value\":true}}}");
        assertThat(undeclared.status()).isEqualTo(400);
        assertThat(undeclared.as(ProblemDocument.class).fields().get(0)).isEqualTo("refundApproved");
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
            assertThat(client.post(door.prefix() + attack, "{}").status())
                    .as(attack)
                    .isEqualTo(403);
        }
        assertThat(client.put(door.prefix() + "/process-instance/" + instance + "/variables/amount", "{\"value\":1}")
                        .status())
                .isEqualTo(403);
        assertThat(client.put(door.prefix() + "/user/lead/credentials", "{\"password\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(client.delete(door.prefix() + "/process-instance/" + instance)
                        .status())
                .isEqualTo(403);
        assertThat(door.as(world.baseUrl(), "manager")
                        .delete(door.prefix() + "/process-instance/" + instance)
                        .status())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(taskId).count()).isOne();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whatAFormOnlyShowsStaysAsItIs(Door door) {
        var taskId = aTask();
        tasks.setVariable(taskId, "amount", 20);
        var client = door.as(world.baseUrl(), "handler");
        var address = door.prefix() + "/task/" + taskId + "/submit-form";
        var changed = client.post(address, "{\"variables\":{\"amount\":{\"value\":2000}}}");
        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.as(ProblemDocument.class).fields().get(0)).isEqualTo("amount");
        var same = client.post(address, "{\"variables\":{\"amount\":{\"value\":20.0,\"type\":\"Double\"}}}");
        assertThat(same.status()).as(same.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aColleaguesTaskIsTheColleagues(Door door) {
        var taskId = aTask();
        tasks.setAssignee(taskId, "handler2");
        var handler = door.as(world.baseUrl(), "handler");
        assertThat(handler.post(door.prefix() + "/task/" + taskId + "/complete", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(handler.post(door.prefix() + "/task/" + taskId + "/unclaim", "{}")
                        .status())
                .isEqualTo(403);
        var lead = door.as(world.baseUrl(), "lead");
        assertThat(lead.post(door.prefix() + "/task/" + taskId + "/assignee", "{\"userId\":\"handler\"}")
                        .status())
                .isEqualTo(204);
        assertThat(handler.post(door.prefix() + "/task/" + taskId + "/complete", "{}")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aRefusalOfTheDomainIsABadRequest(Door door) {
        var answer = door.as(world.baseUrl(), "handler")
                .post(
                        door.prefix() + "/task/" + aTask("formTask") + "/submit-form",
                        "{\"variables\":{\"note\":{\"value\":\"no answer\"}}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.as(ProblemDocument.class).fields().get(0)).isEqualTo("finalAnswer");
        assertThat(answer.body()).doesNotContain("java.", "at org.");
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
}
