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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager calls the tasks of a diagram as they like; what a task is for is known by its form. */
@SandboxTest
class OtherNamesTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void aTaskIsPreparedByItsFormWhateverItIsCalled() {
        Filed filed = desk.file(aComplaint().from("other-names@example.org").named("Ada"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", "It is the blue one."))
                .retrieve()
                .toBodilessEntity();
        jdbc.sql("update redress.complaint set owner = 'handler' where case_number = :case")
                .param("case", filed.caseNumber())
                .update();
        repository
                .createDeployment()
                .addClasspathResource("doors/other-names.bpmn")
                .enableDuplicateFiltering(true)
                .name("otherNames")
                .deploy();
        runtime.startProcessInstanceByKey("otherNames", filed.caseNumber(), Map.of("caseNumber", filed.caseNumber()));

        EngineTask look = desk.awaitTask(filed.caseNumber(), "Look again");
        assertThat(look.assignee()).isEqualTo("handler");
        assertThat(desk.form(look)).contains("The customer wrote:", "It is the blue one.");
        EngineTask word = desk.awaitTask(filed.caseNumber(), "Say the last word");
        assertThat(word.assignee()).as("a lead's last word is not the owner's").isNull();
    }
}
