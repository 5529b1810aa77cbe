package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task with a manager's own form shows the case, and what is entered in it is not lost. */
@SandboxTest
class OwnFormTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)> [link](javascript:alert(1))";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whatIsEnteredStandsInTheTimelineAndDecidesTheWayOn() throws IOException {
        EngineTask task = asked("shelf@example.org");
        assertThat(desk.form(task)).contains("caseFile", "shelf@example.org");

        desk.complete(task, "handler", Map.of("shelf", MARKUP, "state", "b", "madeUp", "computed", "nothing", "  "));

        TimelineItem entered = entry(task);
        assertThat(entered.text())
                .isEqualTo("Look at the shelf\nShelf: " + MARKUP + "\nState of the goods: Broken, with parts missing");
        assertThat(entered.actor()).isEqualTo("handler");
        assertThat(desk.awaitTask(caseOf(task), "Broken goods").assignee()).isNull();
    }

    @Test
    void tooMuchIsRefusedBesideTheFieldAndTheTaskStaysOpen() throws IOException {
        EngineTask task = asked("much@example.org");

        var answer = desk.submit(task, "handler", Map.of("shelf", "x".repeat(4_500), "state", "a"));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("Shelf").contains("at most 4000 characters");
        assertThat(desk.tasks(caseOf(task), "Look at the shelf")).hasSize(1);
    }

    @Test
    void aFieldThatAManagerAddedToOneOfOurFormsIsKeptToo() throws IOException {
        Path shipped = Path.of("forms/answer-customer.form");
        String form = Files.readString(shipped);
        deploy("answer-customer.form", form.replaceFirst("\"components\"\\s*:\\s*\\[", """
                "components": [{"type": "textfield", "key": "lotNumber", "label": "Batch of the article", "id": "field_lotNumber"},"""));
        try {
            var filed = desk.file(aComplaint().from("batch@example.org").named("Ada"));
            desk.awaitTask(filed.caseNumber(), "Verify complaint");
            runtime.startProcessInstanceByKey(
                    "answerCustomer", filed.caseNumber(), Map.of("caseNumber", filed.caseNumber()));
            EngineTask task = desk.awaitTask(filed.caseNumber(), "Answer customer");
            desk.complete(task, "handler", Map.of("replyNeeded", "no", "lotNumber", "B-17"));

            assertThat(desk.timeline(filed.caseNumber()))
                    .filteredOn(item -> item.kind().equals("form_entered"))
                    .extracting(TimelineItem::text)
                    .containsExactly("Answer customer\nBatch of the article: B-17");
        } finally {
            deploy("answer-customer.form", form + "\n");
        }
    }

    private EngineTask asked(String customer) throws IOException {
        deploy("look-at-shelf.form", Files.readString(Path.of("src/test/resources/doors/look-at-shelf.form")));
        deploy("look-at-shelf.bpmn", Files.readString(Path.of("src/test/resources/doors/look-at-shelf.bpmn")));
        var filed = desk.file(aComplaint().from(customer).named("Ada"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        runtime.startProcessInstanceByKey("lookAtShelf", filed.caseNumber(), Map.of("caseNumber", filed.caseNumber()));
        return desk.awaitTask(filed.caseNumber(), "Look at the shelf");
    }

    private TimelineItem entry(EngineTask task) {
        return desk.timeline(caseOf(task)).stream()
                .filter(item -> item.kind().equals("form_entered"))
                .findFirst()
                .orElseThrow();
    }

    private String caseOf(EngineTask task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.processInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private void deploy(String file, String content) {
        var answer = Client.program(world.baseUrl(), "manager").deploy("/engine-rest/deployment/create", file, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
