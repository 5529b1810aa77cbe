package io.redress.redesign.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** A manager redesigns the live system from Modeler, and releases come and go around it. */
@SandboxTest
class LiveRedesignTest {

    private static final String DEPLOY = "/engine-rest/deployment/create";

    @Autowired
    SandboxDriver world;

    @Autowired
    ShippedModels shipped;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void aReleaseIsDeployedOnceAndThenOnlyWhatChanged() {
        var before = repository.createDeploymentQuery().count();
        shipped.afterSingletonsInstantiated();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);

        var unchanged = process("releaseUnchanged", "same");
        shipped.release(List.of(unchanged, process("releaseChanged", "one")));
        shipped.release(List.of(unchanged, process("releaseChanged", "two")));
        assertThat(versionOf("releaseUnchanged")).isEqualTo(1);
        assertThat(versionOf("releaseChanged")).isEqualTo(2);
    }

    @Test
    void twoNodesThatStartAtOnceDeployOnce() {
        var model = List.of(process("startedTwice", "x"));
        IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(() -> shipped.release(model)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(versionOf("startedTwice")).isEqualTo(1);
    }

    @Test
    void aManagersDeploymentSurvivesARestartAndTheNextRelease() {
        shipped.release(List.of(process("redesigned", "shipped")));
        var answer = Client.program(world.baseUrl(), "manager")
                .deploy(DEPLOY, "any-name.bpmn", bpmn("redesigned", "by the manager"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        shipped.release(List.of(process("redesigned", "shipped")));
        shipped.release(List.of(process("redesigned", "the next release"), process("besides", "new")));

        assertThat(versionOf("redesigned")).isEqualTo(2);
        assertThat(nameOf("redesigned")).isEqualTo("by the manager");
        assertThat(versionOf("besides")).isEqualTo(1);
    }

    @Test
    void aManagersFormSurvivesToo() {
        shipped.release(List.of(form("survey", "shipped")));
        assertThat(Client.program(world.baseUrl(), "manager")
                        .deploy(DEPLOY, "survey.form", formText("survey", "mine"))
                        .status())
                .isEqualTo(200);
        var before = repository.createDeploymentQuery().count();
        shipped.release(List.of(form("survey", "next")));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution['processEngineServices']}",
                "${execution['process'.concat('EngineServices')].runtimeService}",
                "${execution.superExecution}",
                "${execution.bpmnModelInstance}",
                "${execution.setProcessBusinessKey('C-1')}",
            })
    void anExpressionThatGotDeployedStillOpensNothing(String expression) {
        var step = "<serviceTask id=\"step\" camunda:expression=\"%s\" />".formatted(expression);
        repository
                .createDeployment()
                .addString(
                        "attack.bpmn",
                        bpmn("attack", "x")
                                .replace(
                                        "<startEvent",
                                        step
                                                + "<sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"step\" /><startEvent"))
                .deploy();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("attack"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("may not use");
    }

    @Test
    void aTaskHasToSayWhatItIsForAndMayThenBeCalledAnything() throws IOException {
        var ours = Files.readString(Path.of("processes/refund.bpmn"))
                .replace("\"refund\"", "\"refundUnderAnotherName\"")
                .replace("userTask_payBackByHand", "step_nine");
        var manager = Client.program(world.baseUrl(), "manager");

        for (var silent : List.of(
                ours.replace("name=\"remedyKind\"", "name=\"kindOfRemedy\""), ours.replace(">refund<", ">money<"))) {
            var refused = manager.deploy(DEPLOY, "refund.bpmn", silent);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.json()
                            .at("/details/refund.bpmn/errors/0/mainElementId")
                            .asText())
                    .isEqualTo("step_nine");
            assertThat(refused.body())
                    .contains(
                            "needs the input parameter “remedyKind”, one of refund, replacement, goodwill, in_person");
        }
        assertThat(manager.deploy(DEPLOY, "refund.bpmn", ours).status()).isEqualTo(200);
    }

    @Test
    void decisionTablesSpeakFeel() {
        var table = text("doors/table.dmn").replace("doorsTable", "doorsTable2");
        var manager = Client.program(world.baseUrl(), "manager");
        var attack = manager.deploy(
                DEPLOY,
                "attack.dmn",
                table.replace("<inputExpression ", "<inputExpression expressionLanguage=\"javascript\" "));
        assertThat(attack.status()).as(attack.body()).isEqualTo(400);
        assertThat(attack.json()
                        .at("/details/attack.dmn/errors/0/mainElementId")
                        .asText())
                .isEqualTo("claimExpression");
        assertThat(manager.deploy(DEPLOY, "table.dmn", table).status()).isEqualTo(200);
    }

    @Test
    void otherFilesAreRefused() {
        var manager = Client.program(world.baseUrl(), "manager");
        for (var file : List.of("form.html", "code.js", "code.groovy", "case.cmmn")) {
            assertThat(manager.deploy(DEPLOY, file, "<x />").status()).as(file).isEqualTo(400);
        }
    }

    private int versionOf(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String nameOf(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getName();
    }

    private static ShippedModel process(String id, String name) {
        return file(id + ".bpmn", bpmn(id, name));
    }

    private static ShippedModel form(String id, String label) {
        return file(id + ".form", formText(id, label));
    }

    private static ShippedModel file(String name, String content) {
        return ShippedModel.read(new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        });
    }

    private static String bpmn(String id, String name) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="start" /></process>
                </definitions>""".formatted(id, name);
    }

    private static String formText(String id, String label) {
        return """
                {"id":"%s","type":"default","components":[{"id":"Field_x","type":"textfield","key":"x","label":"%s"}]}""".formatted(id, label);
    }

    private static String text(String resource) {
        try (var stream = LiveRedesignTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
