package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Migration;
import io.redress.answer.Migration.MigratedCase;
import io.redress.answer.Migration.TimerChange;
import io.redress.answer.ModelVersions;
import io.redress.answer.OpenVersions;
import io.redress.answer.OpenVersions.OpenVersion;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open cases are moved to another version of their diagram: whole or not at all, and nothing that was promised changes. */
@SandboxTest
class MigrationTest {

    private static final String FILE = "complaint-resolution.bpmn";
    private static final String PROCESS = "complaintResolution";

    private SandboxDriver world;
    private Desk desk;
    private Mender mender;
    private String shipped;
    private int edition;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world) throws IOException {
        this.world = world;
        this.desk = new Desk(world);
        this.mender = new Mender(world, desk);
        this.shipped = Files.readString(Path.of("processes", FILE));
    }

    @AfterEach
    void putBack() {
        deploy(shipped);
    }

    @Test
    void casesOfABrokenVersionAreListedTriedAndMovedAndGoOn() {
        int broken = slip("${goodwillDue}", "${goodwilDue}");
        List<String> cases = List.of(lostParcel(), lostParcel());
        cases.forEach(mender::awaitTask);
        int mended = deploy(shipped);

        OpenVersion listed = openVersion(broken).orElseThrow();
        assertThat(listed.live()).isFalse();
        assertThat(listed.cases()).isGreaterThanOrEqualTo(2);
        assertThat(listed.standing()).isGreaterThanOrEqualTo(2);
        assertThat(listed.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("variable-unknown");
            assertThat(finding.message()).contains("goodwilDue");
        });

        Migration tried = migrate(broken, mended, true);
        assertThat(tried.status()).isEqualTo("done");
        assertThat(of(tried, cases)).hasSize(2).allSatisfy(one -> {
            assertThat(one.verdict()).isEqualTo("moves");
            assertThat(one.why()).isEmpty();
            assertThat(one.timers()).isEmpty();
        });
        assertThat(openVersion(broken).orElseThrow().cases())
                .as("nothing has moved")
                .isEqualTo(listed.cases());
        assertThat(cases).allSatisfy(number -> assertThat(kinds(number)).doesNotContain("migrated"));

        Migration moved = migrate(broken, mended, false);
        assertThat(of(moved, cases)).hasSize(2).allSatisfy(one -> assertThat(one.verdict())
                .isEqualTo("moves"));
        assertThat(openVersion(broken)).isEmpty();
        assertThat(cases).allSatisfy(number -> {
            desk.awaitStatus(number, "waiting_for_follow_up");
            assertThat(world.refunds(number)).hasSize(1);
            assertThat(world.shipments(number)).hasSize(1);
            assertThat(kinds(number)).containsOnlyOnce("migrated");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(desk.tasks(number, "Mend case"))
                    .isEmpty());
        });
        assertThat(entries(cases.get(0), "migrated")).singleElement().satisfies(entry -> assertThat(entry.text())
                .contains("version " + mended, "It was mended"));
    }

    @Test
    void timersKeepTheirTimeAndRungsAreNotClimbedAgain() {
        int before = deploy(shipped);
        String number = service();
        desk.awaitTask(number, "Verify complaint");
        await("the first rung")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    desk.advanceIntoWork(Duration.ofHours(4));
                    return !entries(number, "rung_climbed").isEmpty();
                });
        Map<String, Date> due = await("ladder and holding answer wait")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> timers(number),
                        waiting -> waiting.size() == 2
                                && waiting.values().stream().allMatch(Date.from(desk.now())::before));
        int after = deploy(shipped);

        Migration moved = migrate(before, after, false);

        assertThat(of(moved, List.of(number))).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo("moves");
            assertThat(one.timers()).isEmpty();
        });
        assertThat(timers(number)).isEqualTo(due);
        for (int day = 1; day <= 16; day++) {
            world.advance(Duration.ofDays(1));
        }
        desk.awaitEntry(number, "rung_climbed", "managers told");
        assertThat(entries(number, "rung_climbed"))
                .extracting(TimelineItem::text)
                .doesNotHaveDuplicates();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey(PROCESS)
                        .activityIdIn("event_nextRungDue")
                        .count())
                .as("one ladder")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aCaseGoesOnByADiagramInWhichEveryStepHasAnotherId() {
        int before = deploy(shipped);
        String number = service();
        EngineTask task = desk.awaitTask(number, "Verify complaint");
        int after = deploy(renamed(shipped));

        Migration moved = migrate(before, after, false);

        assertThat(of(moved, List.of(number))).singleElement().satisfies(one -> {
            assertThat(one.verdict()).as(String.valueOf(one.why())).isEqualTo("moves");
            assertThat(one.timers()).isEmpty();
        });
        desk.complete(task, "handler", Map.of("verdict", "confirmed", "remedyChoice", "apology"));
        desk.awaitStatus(number, "waiting_for_follow_up");
    }

    @Test
    void aCaseStaysWholeWhereTheOtherVersionHasNoSuchStep() {
        int own = deploy(withPause());
        String number = service();
        desk.awaitStep(number, PROCESS, "event_pause");
        int after = deploy(shipped);

        for (boolean dryRun : List.of(true, false)) {
            assertThat(of(migrate(own, after, dryRun), List.of(number)))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.verdict()).isEqualTo("cannot");
                        assertThat(one.why()).singleElement().asString().contains("“A moment”");
                    });
        }
        assertThat(kinds(number)).doesNotContain("migrated");

        world.advance(Duration.ofMinutes(11));
        desk.awaitTask(number, "Verify complaint");
        assertThat(of(migrate(own, after, false), List.of(number)))
                .extracting(MigratedCase::verdict)
                .containsExactly("moves");
    }

    @Test
    void aCaseWhosePromiseWouldChangeIsNotMoved() {
        int before = deploy(shipped);
        String number = service();
        desk.awaitTask(number, "Verify complaint");
        int silent;
        SandboxDriver.Gate open = world.openGate();
        try {
            silent = deploy(without(without(shipped, "eventSubProcess_overdue"), "eventSubProcess_holdingAnswer"));
            Migration tried = migrate(before, silent, true);
            Migration moved = migrate(before, silent, false);
            for (Migration one : List.of(tried, moved)) {
                assertThat(of(one, List.of(number))).singleElement().satisfies(kept -> {
                    assertThat(kept.verdict()).isEqualTo("cannot");
                    assertThat(kept.why())
                            .anyMatch(why -> why.contains("overdue"))
                            .anyMatch(why -> why.contains("need longer"));
                    assertThat(kept.timers()).extracting(TimerChange::change).contains("vanishes");
                });
            }
        } finally {
            open.close();
        }
        ResponseEntity<ProblemDocument> refused =
                order(Map.of("process", PROCESS, "to", silent, "from", before, "dryRun", true), ProblemDocument.class);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(timers(number)).isNotEmpty();
    }

    @Test
    void aCaseThatIsBeingWorkedOnIsMovedLaterAndNobodyBeginsASecondMoveMeanwhile() {
        int before = deploy(shipped);
        List<String> cases = List.of(service(), service());
        cases.forEach(number -> desk.awaitTask(number, "Verify complaint"));
        int after = deploy(shipped);
        Map<String, Object> order = Map.of("process", PROCESS, "from", before, "to", after, "dryRun", false);

        String job = timers(cases.get(0)).keySet().iterator().next();
        setOwner(job, "another node");
        Migration begun = order(order, Migration.class).getBody();
        assertThat(begun.status()).isEqualTo("running");
        assertThat(of(begun, cases)).extracting(MigratedCase::verdict).containsExactlyInAnyOrder(null, "moves");
        assertThat(order(order, ProblemDocument.class).getStatusCode().value()).isEqualTo(409);
        setOwner(job, null);

        Migration done = awaitDone(begun.id());
        assertThat(of(done, cases)).extracting(MigratedCase::verdict).containsExactly("moves", "moves");
        assertThat(cases).allSatisfy(number -> assertThat(kinds(number)).containsOnlyOnce("migrated"));
    }

    @Test
    void whatIsWrongWithAnOrderIsNamed() {
        int version = deploy(shipped);
        assertThat(fault(Map.of("process", "nothing", "to", version, "dryRun", true)))
                .isEqualTo("process");
        assertThat(fault(Map.of("process", "refund", "to", version, "dryRun", true)))
                .isEqualTo("to");
        assertThat(fault(Map.of("process", PROCESS, "to", 2_000_000_000, "dryRun", true)))
                .isEqualTo("to");
        assertThat(fault(Map.of("process", PROCESS, "dryRun", true))).isEqualTo("to");
        assertThat(fault(Map.of("process", PROCESS, "to", version))).isEqualTo("dryRun");
        assertThat(fault(Map.of("process", PROCESS, "to", version, "from", 2_000_000_000, "dryRun", true)))
                .isEqualTo("from");
    }

    private String fault(Map<String, Object> order) {
        ResponseEntity<ProblemDocument> refused = order(order, ProblemDocument.class);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        return refused.getBody().errors().get(0).field();
    }

    private Migration migrate(int from, int to, boolean dryRun) {
        ResponseEntity<Migration> begun = order(
                Map.of("process", PROCESS, "from", from, "to", to, "dryRun", dryRun, "reason", "It was mended"),
                Migration.class);
        assertThat(begun.getStatusCode().is2xxSuccessful()).isTrue();
        return awaitDone(begun.getBody().id());
    }

    private Migration awaitDone(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> read(id), one -> one.status().equals("done"));
    }

    /** As if a node were at the job. */
    private void setOwner(String job, String owner) {
        jdbc.sql("""
                        update act_ru_job set lock_owner_ = :owner, lock_exp_time_ = duedate_ + interval '1 day'
                         where id_ = :job""").param("owner", owner).param("job", job).update();
    }

    private Migration read(String id) {
        return desk.client("manager")
                .get()
                .uri("/api/redesign/migrations/{id}", id)
                .retrieve()
                .body(Migration.class);
    }

    private <T> ResponseEntity<T> order(Map<String, ?> order, Class<T> answer) {
        return desk.client("manager")
                .post()
                .uri("/api/redesign/migrations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(order)
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(answer);
    }

    private Optional<OpenVersion> openVersion(int version) {
        return desk
                .client("manager")
                .get()
                .uri("/api/redesign/open-versions")
                .retrieve()
                .body(OpenVersions.class)
                .items()
                .stream()
                .filter(one -> one.version() == version && one.process().equals(PROCESS))
                .findAny();
    }

    private static List<MigratedCase> of(Migration run, List<String> cases) {
        Predicate<MigratedCase> ours = one -> cases.contains(one.caseNumber());
        return run.cases().stream().filter(ours).toList();
    }

    /** Puts a version live. @return its id */
    private int deploy(String diagram) {
        edition++;
        var answer = Client.program(world.baseUrl(), "manager")
                .deploy(
                        "/engine-rest/deployment/create",
                        FILE,
                        diagram + "<!-- %d of %s -->\n".formatted(edition, UUID.randomUUID()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return desk.client("manager")
                .get()
                .uri("/api/redesign/versions?file={file}", FILE)
                .retrieve()
                .body(ModelVersions.class)
                .items()
                .get(0)
                .id();
    }

    /** Puts a version live that the gate would keep out. */
    private int slip(String right, String wrong) {
        assertThat(shipped).contains(right);
        SandboxDriver.Gate open = world.openGate();
        try {
            return deploy(shipped.replace(right, wrong));
        } finally {
            open.close();
        }
    }

    private String lostParcel() {
        SandboxOrder order = world.copyOf("R-1001");
        return desk.file(aComplaint()
                        .claiming("not_received")
                        .aboutOrder(order.number())
                        .from(order.customer().email()))
                .caseNumber();
    }

    private String service() {
        return desk.file(aComplaint().claiming("service").from("moved%d@customer.example".formatted(System.nanoTime())))
                .caseNumber();
    }

    private Map<String, Date> timers(String caseNumber) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(PROCESS)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .collect(Collectors.toMap(Job::getId, Job::getDuedate));
    }

    private List<String> kinds(String caseNumber) {
        return desk.timeline(caseNumber).stream().map(TimelineItem::kind).toList();
    }

    private List<TimelineItem> entries(String caseNumber, String kind) {
        return desk.timeline(caseNumber).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    /** With a wait of the manager's own before the facts are looked at. */
    private String withPause() {
        String way = "sourceRef=\"serviceTask_gatherEvidence\" targetRef=\"businessRuleTask_triageComplaint\"";
        String triage = "<bpmn:businessRuleTask id=\"businessRuleTask_triageComplaint\"";
        assertThat(shipped).contains(way).contains(triage);
        return shipped.replace(way, "sourceRef=\"serviceTask_gatherEvidence\" targetRef=\"event_pause\"")
                .replace(triage, """
                        <bpmn:intermediateCatchEvent id="event_pause" name="A moment">
                          <bpmn:timerEventDefinition id="timer_pause"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT10M</bpmn:timeDuration></bpmn:timerEventDefinition>
                        </bpmn:intermediateCatchEvent>
                        <bpmn:sequenceFlow id="flow_pause" sourceRef="event_pause" targetRef="businessRuleTask_triageComplaint" />
                        """ + triage);
    }

    private static String without(String diagram, String subProcess) {
        String shorter = diagram.replaceAll("(?s)<bpmn:subProcess id=\"" + subProcess + "\".*?</bpmn:subProcess>", "");
        assertThat(shorter).isNotEqualTo(diagram);
        return shorter.replaceAll("(?s)<bpmndi:BPMNDiagram .*</bpmndi:BPMNDiagram>", "");
    }

    private static String renamed(String diagram) {
        String all = diagram;
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8)));
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            all = all.replace("\"" + element.getId() + "\"", "\"renamed_" + element.getId() + "\"")
                    .replace(">" + element.getId() + "<", ">renamed_" + element.getId() + "<");
        }
        return all;
    }
}
