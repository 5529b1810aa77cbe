package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager's slips in a diagram that is live, and data that cannot be read: the person who mends reads what it is. */
@SandboxTest
class ModelSlipTest {

    private static final Path DIAGRAM = Path.of("processes/complaint-resolution.bpmn");

    private SandboxDriver world;
    private Desk desk;
    private Mender mender;
    private SandboxDriver.Gate gate;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
        this.mender = new Mender(world, desk);
    }

    /** The gate keeps such slips out; what came in before there was one, or gets past it, is mended all the same. */
    @BeforeEach
    void openGate() {
        gate = world.openGate();
    }

    @AfterEach
    void behave() {
        gate.close();
        world.behave();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${goodwillDue} | ${goodwilDue} | goodwilDue",
            })
    void slipIsNamedAndTheCaseGoesOnOnceItIsCorrected(String right, String wrong, String named) throws IOException {
        correctedAfter(right, wrong, named);
    }

    @Tag("deep")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calledElement=\"refund\" | calledElement=\"refnud\" | refnud",
                "decisionRef=\"compensation\" | decisionRef=\"compensaton\" | compensaton",
                "complaintState.withdrawn( | complaintState.withdrawm( | withdrawm",
            })
    void anyOtherSlipIsNamedToo(String right, String wrong, String named) throws IOException {
        correctedAfter(right, wrong, named);
    }

    private void correctedAfter(String right, String wrong, String named) throws IOException {
        String diagram = Files.readString(DIAGRAM);
        assertThat(diagram).contains(right);
        deploy(DIAGRAM, diagram.replace(right, wrong));
        Filed filed;
        EngineTask task;
        try {
            filed = lostParcel();
            task = mender.awaitTask(filed.caseNumber());
        } finally {
            deploy(DIAGRAM, diagram + "<!-- corrected: " + wrong.replaceAll("[^a-zA-Z]", "") + " -->\n");
        }
        assertThat(desk.read(filed.caseNumber()).mending().reason())
                .startsWith("The diagram asks for something that does not exist")
                .contains(named);
        assertThat(desk.read(filed.caseNumber()).mending().step()).doesNotContain("_");
        desk.claim(task, "handler");
        assertThat(desk.submit(task, "handler", Mender.mend("go_on"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        desk.complete(task, "handler", Mender.mend("try_again"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void slipInTheTasksOwnDiagramTakesTheTaskFromNobody() throws IOException {
        Path own = Path.of("processes/mend-case.bpmn");
        String diagram = Files.readString(own);
        deploy(own, diagram.replace("${mendTeam}", "${mendTeem}"));
        try {
            world.failAt("serviceTask_gatherEvidence", 1_000);
            Filed filed = lostParcel();
            mender.awaitTask(filed.caseNumber());
        } finally {
            deploy(own, diagram + "<!-- corrected -->\n");
        }
    }

    @Test
    void dataThatCannotBeReadIsDecidedByHand() {
        world.failAt("serviceTask_gatherEvidence", 1);
        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder("NOWHERE-1")
                .from("unreadable%d@customer.example".formatted(System.nanoTime())));
        jdbc.sql("update redress.complaint set vouched_order = '{broken' where case_number = :case")
                .param("case", filed.caseNumber())
                .update();

        EngineTask task = mender.awaitTask(filed.caseNumber());
        assertThat(desk.read(filed.caseNumber()).mending().reason()).contains("cannot be read");
        desk.complete(task, "handler", Mender.mend("decide_by_hand"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.complete(
                verify,
                "handler",
                Map.of("verdict", "rejected", "cause", "people", "reason", "There is no such order"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
    }

    private Filed lostParcel() {
        SandboxOrder order = world.copyOf("R-1001");
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private void deploy(Path file, String diagram) {
        var answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", file.getFileName().toString(), diagram);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
