package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.sandbox.SandboxDriver;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody is still typing is neither sent nor lost by a press of Enter, and a refusal keeps it. */
@BrowserTest
class HalfTypedFormBrowserTest {

    private static final By ERROR = By.cssSelector(".fjs-form-field-error");

    @Autowired
    private SandboxDriver world;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    private String deployment;

    @BeforeEach
    void nothingIsDeployedYet() {
        deployment = null;
    }

    @AfterEach
    void takeAway() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true, true, true);
        }
    }

    @Test
    void enterInAFormWithOneFieldKeepsTheTextAndTheTask(Browser browser) {
        String task = taskWithForm("""
                {"type": "textfield", "id": "Field_1", "key": "answer", "label": "Number of the shelf"}""");
        open(browser, task);
        Tasklist tasklist = Tasklist.shown(browser);

        tasklist.fill("Number of the shelf", "A-1");
        browser.press(Keys.ENTER);
        browser.press(Keys.ENTER);
        browser.read(Tasklist.FORM, "Number of the shelf");
        assertThat(tasklist.valueOf("Number of the shelf")).isEqualTo("A-1");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();

        tasklist.typeOn("Number of the shelf", "7");
        tasklist.complete();
        await().until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(answerOf(task)).isEqualTo("A-17");
    }

    @Test
    void enterMakesANewLineWhereThereAreLines(Browser browser) {
        String task = taskWithForm("""
                {"type": "textarea", "id": "Field_1", "key": "answer", "label": "What stands there?"}""");
        open(browser, task);
        Tasklist tasklist = Tasklist.shown(browser);

        tasklist.fill("What stands there?", "One");
        browser.press(Keys.ENTER);
        tasklist.typeOn("What stands there?", "Two");
        assertThat(tasklist.valueOf("What stands there?")).isEqualTo("One\nTwo");
        tasklist.complete();
        await().until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(answerOf(task)).isEqualTo("One\nTwo");
    }

    @Test
    void enterInAFormOfOursKeepsTheTextAndTheTask(Browser browser) {
        Cases cases = new Cases(world);
        String number = cases.missingParcel(world.copyOf("R-1005"), "en").caseNumber();
        cases.awaitTask(number, "Resolve by hand");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        tasklist.filter("My team's tasks");
        tasklist.open(number, "Resolve by hand");
        tasklist.claim();
        tasklist.choose("I made it good in another way");
        tasklist.fill("Reference", "Bank transfer 4711");
        browser.press(Keys.ENTER);
        browser.press(Keys.ENTER);

        assertThat(tasklist.valueOf("Reference")).isEqualTo("Bank transfer 4711");
        cases.awaitTask(number, "Resolve by hand");
        tasklist.complete();
        cases.awaitStatus(number, "waiting_for_follow_up");
    }

    @Test
    void aPatternOfAManagersFormSpeaksInWordsAndByTheFieldsLabel(Browser browser) {
        String task = taskWithForm("""
                {"type": "textfield", "id": "Field_1", "key": "answer", "label": "Number of the shelf",
                 "validate": {"required": true, "pattern": "^[A-Z]-[0-9]+$"}},
                {"type": "textfield", "id": "Field_2", "key": "note", "label": "Note", "validate": {"maxLength": 3}}""");
        open(browser, task);
        Tasklist tasklist = Tasklist.shown(browser);

        tasklist.fill("Note", "long");
        tasklist.fill("Number of the shelf", "somewhere");
        browser.press(Keys.TAB);
        browser.until("read both", () -> browser.all(ERROR).size() == 2 ? true : null);
        browser.read(ERROR, "Number of the shelf");
        assertThat(browser.all(ERROR).stream().map(said -> said.getText().strip()))
                .allMatch(said -> said.startsWith("Number of the shelf") || said.startsWith("Note"))
                .noneMatch(said -> said.contains("attern") || said.contains("[A-Z]"));
        assertThat(tasklist.valueOf("Number of the shelf")).isEqualTo("somewhere");
    }

    @Test
    void aRefusalBeginsWithTheLabelAndNothingTypedIsLost(Browser browser) {
        Cases cases = new Cases(world);
        String number = cases.missingParcel(world.copyOf("R-1004"), "en").caseNumber();
        cases.awaitTask(number, "Verify complaint");
        Tasklist tasklist = Tasklist.of(browser, world.baseUrl(), "handler");
        tasklist.filter("My team's tasks");
        tasklist.open(number, "Verify complaint");
        tasklist.claim();
        tasklist.choose("The customer is right in part");
        tasklist.pick("What shall the customer get?", "Refund");
        tasklist.fill("Amount to refund", "thirty");
        tasklist.fill("What is the customer told?", "Half of it was our doing.");
        tasklist.choose("How we work: process, carrier, software");
        tasklist.complete();

        browser.read(Tasklist.NOTICES, "Amount to refund");
        assertThat(browser.text(Tasklist.NOTICES))
                .doesNotContain("refundAmount")
                .doesNotContain("(");
        assertThat(tasklist.valueOf("Amount to refund")).isEqualTo("thirty");
        assertThat(tasklist.valueOf("What is the customer told?")).isEqualTo("Half of it was our doing.");
        tasklist.closeNotices();
        tasklist.fill("Amount to refund", "30.00");
        tasklist.complete();
        cases.awaitStatus(number, "waiting_for_follow_up");
    }

    @Test
    void enterSendsNoneOfOurOwnPagesButTheLogin(Browser browser) {
        String page = world.baseUrl() + "/letter-samples";
        browser.go(page);
        browser.type(Login.NAME, "lead");
        browser.type(Login.PASSWORD, "lead");
        browser.press(Keys.ENTER);
        browser.type(By.id("handler"), "half a na");
        browser.press(Keys.ENTER);
        browser.press(Keys.ENTER);
        assertThat(browser.see(By.id("handler")).getDomProperty("value")).isEqualTo("half a na");
    }

    private void open(Browser browser, String task) {
        Tasklist.of(browser, world.baseUrl(), "handler");
        browser.go(world.baseUrl() + "/camunda/app/tasklist/default/#/?task=" + task);
    }

    private Object answerOf(String task) {
        String instance = history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("answer")
                .singleResult()
                .getValue();
    }

    /** A process as a manager would draw it, with one task that is the handler's and has a form of these fields. */
    private String taskWithForm(String components) {
        String id = "own" + UUID.randomUUID().toString().replace("-", "");
        var diagram = Bpmn.createExecutableProcess(id)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("userTask_ask")
                .name("Ask the warehouse")
                .camundaAssignee("handler")
                .endEvent()
                .done();
        UserTask ask = diagram.getModelElementById("userTask_ask");
        ask.setCamundaFormRef(id);
        ask.setCamundaFormRefBinding("latest");
        deployment = repository
                .createDeployment()
                .addModelInstance(id + ".bpmn", diagram)
                .addString(
                        id + ".form",
                        "{\"id\": \"%s\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": [%s]}"
                                .formatted(id, components))
                .deploy()
                .getId();
        String instance = processes.startProcessInstanceByKey(id, Map.of()).getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
