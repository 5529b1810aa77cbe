package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.engine.job.StepFence;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A diagram that leads round in a circle, and came past the gate: a person hears of it, and everybody else goes on. */
@SandboxTest
class StepFenceTest {

    private SandboxDriver world;
    private Desk desk;
    private Mender mender;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
        this.mender = new Mender(world, desk);
    }

    @ParameterizedTest
    @MethodSource("circles")
    void aCircleBecomesATaskAndTakesNoThread(String key, String steps) {
        deploy(key, steps);
        Filed filed = lostParcel();
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        String instance = runtime.createProcessInstanceByKey(key)
                .businessKey(filed.caseNumber())
                .setVariable("caseNumber", filed.caseNumber())
                .execute()
                .getId();

        EngineTask task = mender.awaitTask(filed.caseNumber());
        assertThat(desk.read(filed.caseNumber()).mending().reason())
                .contains("leads through step after step without waiting");
        var job = management.createJobQuery().processInstanceId(instance).singleResult();
        assertThat(job.getRetries()).isZero();
        assertThat(history.createHistoricJobLogQuery()
                        .jobId(job.getId())
                        .failureLog()
                        .count())
                .isEqualTo(1);
        runtime.deleteProcessInstance(instance, "tried");
        await("the task to go with its cause")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    world.advance(Duration.ofMinutes(1));
                    return desk.tasks(filed.caseNumber(), "Mend case").isEmpty();
                });
        assertThat(task.name()).isEqualTo("Mend case");
    }

    static Stream<Arguments> circles() {
        String call =
                "<extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" /></extensionElements>";
        return Stream.of(
                Arguments.of(
                        "circleOfGateways",
                        "<exclusiveGateway id=\"a\" /><exclusiveGateway id=\"b\" />" + flow("s", "a") + flow("a", "b")
                                + flow("b", "a")),
                Arguments.of(
                        "circleOfCalls",
                        "<callActivity id=\"a\" calledElement=\"circleOfCalls2\">%s</callActivity><endEvent id=\"e\" />"
                                        .formatted(call)
                                + flow("s", "a")
                                + flow("a", "e")));
    }

    @Test
    void aRequestThatGoesRoundInACircleIsAnswered() {
        repository
                .createDeployment()
                .addString(
                        "round.bpmn",
                        process("roundAtOnce", "", "<exclusiveGateway id=\"a\" />" + flow("s", "a") + flow("a", "a")))
                .deploy();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("roundAtOnce"))
                .hasStackTraceContaining("after " + (StepFence.MOST_STEPS + 1));
    }

    private void deploy(String key, String steps) {
        var deployment = repository
                .createDeployment()
                .addString(key + ".bpmn", process(key, "camunda:asyncAfter=\"true\"", steps));
        if (steps.contains(key + "2")) {
            // The called one calls itself.
            deployment.addString(key + "2.bpmn", process(key + "2", "", steps));
        }
        deployment.deploy();
    }

    private Filed lostParcel() {
        SandboxOrder order = world.copyOf("R-1001");
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id=\"f_%1$s_%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\" />".formatted(from, to);
    }

    private static String process(String id, String start, String steps) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="s" %s />%s</process>
                </definitions>""".formatted(id, start, steps);
    }
}
