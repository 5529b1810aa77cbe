package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A main process as a manager makes it of element templates, which carry no listeners: nothing is lost with them, and an
 * approval put before the goodwill means what it says.
 */
@SandboxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareStepsTest {

    private static final Path DIAGRAM = Path.of("processes/complaint-resolution.bpmn");
    private static final String TO_GOODWILL = "sourceRef=\"gateway_goodwillDue\" targetRef=\"callActivity_goodwill\"";

    private static final String INTO_GOODWILL = "<bpmn:incoming>flow_goodwillDue_goodwill</bpmn:incoming>";
    private static final String INTO_EXPLANATION = "<bpmn:incoming>flow_goodwillDue_explainDecision</bpmn:incoming>";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @BeforeAll
    void redesign() throws IOException {
        deploy(withApproval(bare(Files.readString(DIAGRAM))));
    }

    @AfterAll
    void putBack() throws IOException {
        deploy(Files.readString(DIAGRAM) + "<!-- as shipped, after a test of bare steps -->\n");
    }

    @Test
    void noApprovalBeforeGoodwillMeansNoGoodwillAndYesMeansOnce() {
        Filed no = decidedBy("handler");
        Filed yes = decidedBy("lead");
        EngineTask refused = desk.awaitTask(no.caseNumber(), "Approve goodwill");
        EngineTask approved = desk.awaitTask(yes.caseNumber(), "Approve goodwill");
        assertThat(desk.client("lead")
                        .get()
                        .uri("/engine-rest/task/{id}/form-variables", refused.id())
                        .retrieve()
                        .body(String.class))
                .as("the case is shown")
                .contains("caseFile", no.caseNumber());

        assertThat(desk.submit(approved, "lead", Map.of("approval", "approve"))
                        .getStatusCode()
                        .value())
                .as("nobody approves what they decided")
                .isEqualTo(400);
        desk.complete(refused, "lead", Map.of("approval", "refuse", "approvalReason", "Enough was done."));
        desk.complete(approved, "lead2", Map.of("approval", "approve"));

        desk.awaitStatus(no.caseNumber(), "waiting_for_follow_up");
        desk.awaitStatus(yes.caseNumber(), "waiting_for_follow_up");
        assertThat(goodwill(no)).doesNotContain("settled", "sent", "approved");
        assertThat(goodwill(yes)).containsExactly("settled");
        assertThat(kinds(no)).containsOnlyOnce("verdict", "decided", "approval_refused");
        assertThat(kinds(yes)).containsOnlyOnce("verdict", "decided", "step_approved");
    }

    @Test
    void aCaseAboveALimitIsDecidedApprovedAndPaidOnceWithoutAnyListenerInTheDiagram() {
        SandboxOrder order = world.copyOf("R-1007");
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Approve remedy");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();

        desk.complete(task, "manager", Map.of("approval", "approve"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(kinds(filed)).containsOnlyOnce("triaged", "decided", "approval_needed");
    }

    private Filed decidedBy(String person) {
        SandboxOrder order = world.copyOf("R-1003");
        Filed filed = desk.file(aComplaint()
                .claiming("service")
                .aboutOrder(order.number())
                .from(order.customer().email()));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        tasks.setAssignee(task.id(), person);
        desk.complete(task, person, Map.of("verdict", "confirmed", "remedyChoice", "apology"));
        return filed;
    }

    private List<String> goodwill(Filed filed) {
        return desk.remedies(filed.caseNumber(), "goodwill").stream()
                .map(remedy -> remedy.status())
                .toList();
    }

    private List<String> kinds(Filed filed) {
        return desk.timeline(filed.caseNumber()).stream()
                .map(TimelineItem::kind)
                .toList();
    }

    /** Without what an element template cannot carry; what says which approval is meant, it can. */
    private static String bare(String diagram) {
        return diagram.replaceAll("\\s*<camunda:taskListener [^>]*/>", "")
                .replaceAll("\\s*<camunda:executionListener [^>]*event=\"(start|end)\" />", "")
                .replaceAll(
                        "(<bpmn:userTask id=\"userTask_approveRemedy\"[^>]*>\\s*<bpmn:documentation>[^<]*</bpmn:documentation>\\s*<bpmn:extensionElements>)",
                        "$1<camunda:inputOutput><camunda:inputParameter name=\"approves\">remedy</camunda:inputParameter></camunda:inputOutput>");
    }

    private static String withApproval(String diagram) {
        assertThat(diagram).contains(TO_GOODWILL).contains("name=\"approves\"").doesNotContain("taskListener");
        return diagram.replace(TO_GOODWILL, "sourceRef=\"gateway_goodwillDue\" targetRef=\"step_approve\"")
                .replace(INTO_GOODWILL, INTO_GOODWILL.replace("flow_goodwillDue_goodwill", "flow_b"))
                .replace(INTO_EXPLANATION, INTO_EXPLANATION + INTO_EXPLANATION.replaceFirst(">flow_[^<]*", ">flow_c"))
                .replace("<bpmn:sequenceFlow id=\"flow_goodwill_explainDecision\"", """
                        <bpmn:userTask id="step_approve" name="Approve goodwill" camunda:formRef="approveRemedy" camunda:formRefBinding="latest" camunda:candidateGroups="leads">
                          <bpmn:incoming>flow_goodwillDue_goodwill</bpmn:incoming>
                          <bpmn:outgoing>flow_a</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_a" sourceRef="step_approve" targetRef="step_approved" />
                        <bpmn:exclusiveGateway id="step_approved" name="Goodwill approved?" default="flow_c">
                          <bpmn:incoming>flow_a</bpmn:incoming>
                          <bpmn:outgoing>flow_b</bpmn:outgoing>
                          <bpmn:outgoing>flow_c</bpmn:outgoing>
                        </bpmn:exclusiveGateway>
                        <bpmn:sequenceFlow id="flow_b" name="yes" sourceRef="step_approved" targetRef="callActivity_goodwill">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'approve'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="flow_c" name="no" sourceRef="step_approved" targetRef="serviceTask_explainDecision" />
                        <bpmn:sequenceFlow id="flow_goodwill_explainDecision\"""");
    }

    private void deploy(String diagram) {
        var answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", "complaint-resolution.bpmn", diagram);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
