package io.redress.people.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Door;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks both doors with models that carry code. */
@SandboxTest
class DeploymentAttackTest {

    @Autowired
    SandboxDriver world;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @EnumSource(Door.class)
    void onlyManagersDeployAndOnlyHarmlessModels(Door door) {
        var script = model(
                "scripted",
                "<scriptTask id=\"scriptTask_attack\" scriptFormat=\"juel\"><script>${1}</script></scriptTask>");
        assertThat(door.as(world.baseUrl(), "handler")
                        .deploy(door.prefix() + "/deployment/create", "a.bpmn", script)
                        .status())
                .isEqualTo(403);
        assertThat(door.as(world.baseUrl(), "lead")
                        .deploy(door.prefix() + "/deployment/create", "a.bpmn", script)
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
            var answer = manager.deploy(door.prefix() + "/deployment/create", "attack.bpmn", attack);
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
    @EnumSource(Door.class)
    void noFormFillsInWhatAnApproverSays(Door door) {
        var form =
                "{\"id\":\"ownApproval%s\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[{\"type\":\"group\","
                        + "\"components\":[{\"type\":\"radio\",\"key\":\"approval\",\"values\":[]%s}]}]}";
        var manager = door.as(world.baseUrl(), "manager");
        var address = door.prefix() + "/deployment/create";

        var filledIn = manager.deploy(address, "own.form", form.formatted(door, ",\"defaultValue\":\"approve\""));

        assertThat(filledIn.status()).as(filledIn.body()).isEqualTo(400);
        assertThat(filledIn.body()).contains("must not be filled in beforehand");
        assertThat(manager.deploy(address, "own.form", form.formatted(door, "")).status())
                .isEqualTo(200);
    }

    private static String model(String id, String step) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="attack">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="start" />%s</process>
                </definitions>""".formatted(id, step);
    }
}
