package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Mending;
import io.redress.answer.engine.EngineTask;
import io.redress.sandbox.SandboxDriver;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one step of a diagram fail for good, mends it, and sees that the case goes on. */
class StepFailures {

    /** Steps that no scenario comes by, each with the reason. */
    static final Map<String, String> NOT_REACHED = Map.ofEntries(
            Map.entry("userTask_mendCase", "is itself what appears where a step fails; the watch opens it again"),
            Map.entry("serviceTask_handOverWork", "belongs to a person and not to a case; has a story of its own"),
            Map.entry(
                    "userTask_arrangeReturnByHand",
                    "needs a carrier that refuses for good; the task's own work is that of its kin"),
            Map.entry("userTask_payBackByHand", "needs a provider that refuses for good; BreakdownTest comes by it"),
            Map.entry(
                    "userTask_replaceByHand",
                    "needs a warehouse that breaks down for hours; BreakdownTest comes by its kin"),
            Map.entry(
                    "userTask_grantByHand",
                    "needs a provider of goodwill that breaks down for hours; BreakdownTest comes by its kin"),
            Map.entry(
                    "serviceTask_confirmLateWithdrawal",
                    "needs a withdrawal while money is on its way; WithdrawalTest comes by it"),
            Map.entry(
                    "userTask_nameAccused",
                    "stands beside a case about staff, which only leads work on; ShieldTest comes by it"),
            Map.entry(
                    "userTask_decideLetters",
                    "stands beside a case whose letters are held; HeldLettersTest comes by it"),
            Map.entry("serviceTask_sendHeldLetters", "needs letters that are held first; HeldLettersTest comes by it"));

    private final SandboxDriver world;
    private final Desk desk;
    private final JdbcClient jdbc;

    StepFailures(SandboxDriver world, Desk desk, JdbcClient jdbc) {
        this.world = world;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Every step that does work in the diagrams that are shipped. */
    static Set<String> ofAllDiagrams() {
        File[] files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        return Arrays.stream(files)
                .map(Bpmn::readModelFromFile)
                .flatMap(diagram -> Stream.of(
                                ServiceTask.class, BusinessRuleTask.class, CallActivity.class, UserTask.class)
                        .flatMap(kind -> diagram.getModelElementsByType(kind).stream()))
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The scenario that comes by each step. */
    static Map<String, Scenario> scenarios() {
        Map<String, Scenario> found = new TreeMap<>();
        for (Scenario scenario : Scenario.values()) {
            scenario.steps().forEach(step -> assertThat(found.put(step, scenario))
                    .as(step + " in two scenarios")
                    .isNull());
        }
        return found;
    }

    /** The step fails for good once, and goes well after that. */
    void once(String step, Scenario scenario) {
        Stage stage = new Stage(world, desk, jdbc, scenario);
        world.failAt(step, 100_000);
        if (stage.file()) {
            stage.until(
                    step + " fails", () -> stage.isHeard() || !mending(stage).isEmpty());
            mendings(stage)
                    .forEach(mending ->
                            assertThat(mending.reason()).as(step).isNotBlank().doesNotContain("Exception"));
        } else {
            assertThat(stage.isHeard()).as(step + " is heard of").isTrue();
        }
        world.behave();
        if (stage.caseNumber().isEmpty()) {
            assertThat(stage.file()).isTrue();
        }
        mending(stage).forEach(task -> desk.complete(task, "manager", Mender.mend("try_again")));
        stage.until(step + " is done", () -> isDone(stage, step));
        stage.until("nothing is left to mend", () -> mending(stage).isEmpty());
    }

    private List<EngineTask> mending(Stage stage) {
        return desk.tasks(stage.caseNumber(), "Mend case");
    }

    private Stream<Mending> mendings(Stage stage) {
        return Stream.ofNullable(desk.read(stage.caseNumber()).mending());
    }

    /** A person's task is done with when it is there; it is the person's turn then. */
    private boolean isDone(Stage stage, String step) {
        return jdbc.sql("""
                        select exists (
                          select from act_hi_actinst a join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                           where p.business_key_ = :case and a.act_id_ = :step
                             and (a.act_type_ = 'userTask' or a.end_time_ is not null and a.act_inst_state_ <> 2))""")
                .param("case", stage.caseNumber())
                .param("step", step)
                .query(Boolean.class)
                .single();
    }
}
