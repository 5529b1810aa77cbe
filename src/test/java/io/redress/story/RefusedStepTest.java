package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/** A diagram may ask for a step that the case cannot take from where it stands; whoever waits for it hears so. */
@SandboxTest
class RefusedStepTest {

    private Desk desk;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    void enter(SandboxDriver world) {
        this.desk = new Desk(world);
    }

    @Test
    void aCaseThatIsOpenCannotBeOpenedAgain() {
        Filed filed = desk.file(aComplaint().from("open-already@example.org").named("Ada"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        repository
                .createDeployment()
                .addClasspathResource("doors/reopen-by-hand.bpmn")
                .addClasspathResource("doors/answer.form")
                .enableDuplicateFiltering(true)
                .name("reopenByHand")
                .deploy();
        runtime.startProcessInstanceByKey("reopenByHand", filed.caseNumber(), Map.of("caseNumber", filed.caseNumber()));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Say when to open again");
        desk.claim(task, "handler");

        ResponseEntity<String> answer = desk.submit(task, "handler", Map.of());

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(409);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(answer.getBody())
                .contains("\"detail\":\"Case " + filed.caseNumber()
                        + " is verifying and cannot become verifying from there.\"");
        assertThat(desk.tasks(filed.caseNumber(), "Say when to open again"))
                .as("nothing was stored")
                .hasSize(1);
        assertThat(desk.read(filed.caseNumber()).round()).isEqualTo(1);
    }
}
