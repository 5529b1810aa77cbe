package io.redress.redesign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.lint.OfflineLint;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager learns before a model is live what is wrong with it, in Modeler and at the API. */
@SandboxTest
class GateTest {

    private static final String DEPLOY = "/engine-rest/deployment/create";
    private static final String CHECK = "/api/redesign/check";
    private static final String FOLLOW_UP = "follow-up.bpmn";

    @Autowired
    SandboxDriver world;

    @Autowired
    RepositoryService repository;

    @Autowired
    Lint lint;

    @AfterEach
    void refuseAgain() {
        warn(false);
    }

    @Test
    void aHarmfulDiagramIsRefusedAtBothDoors() {
        refuse(manager(), DEPLOY);
        refuse(Client.browser(world.baseUrl(), "manager"), "/camunda/api/engine/engine/default/deployment/create");
    }

    private void refuse(Client manager, String door) {
        long before = repository.createDeploymentQuery().count();
        Answer refused = manager.deploy(door, FOLLOW_UP, slip());

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        JsonNode error = refused.json().at("/details/follow-up.bpmn/errors/0");
        assertThat(error.path("mainElementId").asText()).isEqualTo("timerEventDefinition_followUpDue");
        assertThat(error.path("line").asInt()).isPositive();
        assertThat(error.path("message").asText()).contains("dueAftr");
        JsonNode finding = refused.json().at("/findings/0");
        assertThat(finding.path("rule").asText()).isEqualTo("member-unknown");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("harm").asText()).isNotBlank();
        assertThat(finding.path("mend").asText()).isNotBlank();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void nothingIsWrongWithWhatIsShipped() {
        assertThat(lint.check(OfflineLint.once().shipped())).isEmpty();
    }

    @Test
    void whatIsCheckedIsNotDeployed() {
        long before = repository.createDeploymentQuery().count();
        JsonNode findings = check(manager(), FOLLOW_UP, slip()).json().path("findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).path("file").asText()).isEqualTo(FOLLOW_UP);
        assertThat(check(manager(), FOLLOW_UP, shipped()).json().path("findings"))
                .isEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aManagerReadsItInGerman() {
        Answer german = manager().with("Accept-Language", "de-AT").upload(CHECK, Map.of(), FOLLOW_UP, slip());
        assertThat(german.json().at("/findings/0/mend").asText()).contains("Berichtigen Sie");
    }

    @Test
    void aModelThatBreaksAnotherIsBlamedForIt() {
        String silent = text("goodwill.bpmn").replace("#{grantGoodwill}", "#{watchRefunds}");
        assertThat(rules(check(manager(), "goodwill.bpmn", silent))).isNotEmpty();
        String unanswered = text(FOLLOW_UP).replace("#{sendFollowUp}", "#{watchRefunds}");
        JsonNode findings = check(manager(), FOLLOW_UP, unanswered).json().path("findings");
        assertThat(StreamSupport.stream(findings.spliterator(), false)
                        .map(finding -> finding.path("file").asText()))
                .contains("complaint-resolution.bpmn");
    }

    @Test
    void onlyManagersCheck() {
        Stream.of("handler", "lead", "system", "stranger")
                .forEach(login -> assertThat(check(Client.program(world.baseUrl(), login), FOLLOW_UP, shipped())
                                .status())
                        .as(login)
                        .isEqualTo(403));
        assertThat(check(Client.anonymous(world.baseUrl()), FOLLOW_UP, shipped())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void badRequestsSayWhatIsWrong() {
        assertThat(manager()
                        .upload(CHECK, Map.of(), "other", FOLLOW_UP, shipped())
                        .status())
                .isEqualTo(400);
        assertThat(rules(check(manager(), "picture.png", "x"))).containsExactly("file-kind");
        assertThat(rules(check(manager(), "large.bpmn", "<x>" + " ".repeat(3_000_000) + "</x>")))
                .containsExactly("file-size");
        StringBuilder steps = new StringBuilder();
        for (int number = 0; number < 10_000; number++) {
            steps.append("<task id=\"t").append(number).append("\" />");
        }
        String huge = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="huge" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
                </definitions>""".formatted(steps);
        assertThat(rules(check(manager(), "huge.bpmn", huge))).containsExactly("diagram-size");
    }

    /** So that the fences behind the gate can be tried; code in a diagram stays out even then. */
    @Test
    void theSandboxsGateCanOnlyWarn() {
        warn(true);
        String slip = slip().replace("\"followUp\"", "\"followUpLetIn\"");
        Answer letIn = manager().deploy(DEPLOY, "follow-up-let-in.bpmn", slip);
        assertThat(letIn.status()).as(letIn.body()).isEqualTo(200);
        Answer code = manager()
                .deploy(
                        DEPLOY,
                        "code.bpmn",
                        slip.replace("${followUps.dueAftr(caseNumber, 'P5D')}", "${''.getClass()}"));
        assertThat(code.status()).as(code.body()).isEqualTo(400);
    }

    private Client manager() {
        return Client.program(world.baseUrl(), "manager");
    }

    private static Answer check(Client client, String file, String content) {
        return client.upload(CHECK, Map.of(), file, content);
    }

    private static Stream<String> rules(Answer answer) {
        return StreamSupport.stream(answer.json().path("findings").spliterator(), false)
                .map(finding -> finding.path("rule").asText())
                .distinct();
    }

    private void warn(boolean warn) {
        Answer set = Client.anonymous(world.baseUrl())
                .post("/sandbox/gate", "{\"mode\":\"" + (warn ? "warn" : "refuse") + "\"}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    private static String slip() {
        return shipped().replace("dueAfter(", "dueAftr(");
    }

    private static String shipped() {
        return text(FOLLOW_UP);
    }

    private static String text(String file) {
        return OfflineLint.once().shipped(file).text();
    }
}
