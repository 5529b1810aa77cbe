package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Registered;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a manager does in Camunda Modeler, by Modeler's own libraries. */
@BrowserTest
class ModelerBrowserTest {

    private static final Path DIAGRAM = Path.of("processes/complaint-resolution.bpmn");

    @Autowired
    private SandboxDriver world;

    @Autowired
    private TaskService tasks;

    @Test
    void everyFileOpensWithoutAWarningAndIsSavedAsItMeans(Browser browser) throws IOException, InterruptedException {
        Modeler modeler = Modeler.in(browser);
        for (Path file : files()) {
            Modeler.Saved saved = modeler.again(file);
            assertThat(saved.warnings()).as(file.toString()).isEmpty();
            assertThat(Meaning.of(file.toString(), saved.text()))
                    .as(file.toString())
                    .isEqualTo(Meaning.of(file.toString(), Files.readString(file)));
        }
    }

    @Test
    void everyTemplateIsOfferedAndAppliedAsItSays(Browser browser) throws IOException, InterruptedException {
        assertThat(Modeler.in(browser).applyAll(Files.readString(Path.of("processes/send-message.bpmn"))))
                .isEmpty();
    }

    @Test
    void anApprovalDrawnBeforeTheGoodwillIsDeployedAndMeansWhatItSays(Browser browser)
            throws IOException, InterruptedException {
        Cases cases = new Cases(world);
        String shipped = Files.readString(DIAGRAM);
        String drawn =
                Modeler.in(browser).approvalBefore(shipped, "flow_goodwillDue_goodwill", "serviceTask_explainDecision");
        try {
            deploy(drawn);
            Registered no = decided(cases);
            Registered yes = decided(cases);
            EngineTask refused = cases.awaitTask(no.caseNumber(), "Approve goodwill");
            EngineTask approved = cases.awaitTask(yes.caseNumber(), "Approve goodwill");

            cases.complete(refused, "lead", Map.of("approval", "refuse", "approvalReason", "Enough was done."));
            cases.complete(approved, "lead", Map.of("approval", "approve"));

            assertThat(goodwill(cases, no)).doesNotContain("settled", "sent", "approved");
            assertThat(goodwill(cases, yes)).containsExactly("settled");
        } finally {
            deploy(shipped + "<!-- as shipped, after a test with Modeler's libraries -->\n");
        }
    }

    private Registered decided(Cases cases) {
        SandboxOrder order = world.copyOf("R-1003");
        Registered filed = cases.file(Map.of(
                "channel", "web",
                "claim", "service",
                "description", "Nobody could help me.",
                "customer", Map.of("email", order.customer().email(), "locale", "en"),
                "order", Map.of("number", order.number())));
        EngineTask task = cases.awaitTask(filed.caseNumber(), "Verify complaint");
        tasks.setAssignee(task.id(), "handler");
        cases.complete(task, "handler", Map.of("verdict", "confirmed", "remedyChoice", "apology"));
        return filed;
    }

    private static List<String> goodwill(Cases cases, Registered filed) {
        return cases.awaitStatus(filed.caseNumber(), "waiting_for_follow_up").remedies().stream()
                .filter(remedy -> remedy.kind().equals("goodwill"))
                .map(Remedy::status)
                .toList();
    }

    private void deploy(String diagram) {
        var answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", "complaint-resolution.bpmn", diagram);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("processes"));
                Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(models, forms).sorted().toList();
        }
    }
}
