package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineJob;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.mending.standstill.process.StandstillWatchNow;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Cases that an operator's hand left with nobody and nothing to move them; the watch gives them to a person. */
@SandboxTest
class StandstillTest {

    private SandboxDriver world;
    private Desk desk;
    private StandstillWatchNow watch;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    void enter(SandboxDriver world, ApplicationContext application) {
        this.world = world;
        this.desk = new Desk(world);
        this.watch = new StandstillWatchNow(application);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void caseThatMovesIsNotFound() {
        Filed waiting = question();
        desk.awaitTask(waiting.caseNumber(), "Verify complaint");
        Filed resolved = lostParcel("R-1001");
        desk.awaitStatus(resolved.caseNumber(), "waiting_for_follow_up");
        watch.look();

        assertThat(desk.tasks(waiting.caseNumber(), "Mend case")).isEmpty();
        assertThat(desk.tasks(resolved.caseNumber(), "Mend case")).isEmpty();
    }

    @Test
    void caseWhoseProcessWasDeletedIsDecidedByHand() {
        Filed filed = question();
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        runtime.deleteProcessInstance(main(filed), "An administrator’s mistake");
        watch.look();
        watch.look();

        List<EngineTask> tasks = desk.tasks(filed.caseNumber(), "Mend case");
        assertThat(tasks).hasSize(1);
        assertThat(desk.read(filed.caseNumber()).mending().reason()).contains("its process is gone");
        refused(tasks.get(0), "try_again", "decide by hand");
        refused(tasks.get(0), "go_on", "decide by hand");
        desk.complete(tasks.get(0), "handler", Mender.mend("decide_by_hand"));

        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.complete(verify, "handler", Map.of("verdict", "rejected", "reason", "It was none of ours"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        watch.look();
        assertThat(desk.tasks(filed.caseNumber(), "Mend case")).isEmpty();
    }

    @Test
    void stepWhoseJobWasDeletedBeginsAnew() {
        world.failAt("serviceTask_gatherEvidence", 1);
        Filed filed = lostParcel("R-1001");
        String job = awaitJob(filed);
        management.deleteJob(job);
        watch.look();

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Mend case");
        assertThat(desk.read(filed.caseNumber()).mending().step()).isEqualTo("Gather evidence");
        desk.complete(task, "handler", Mender.mend("try_again"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
    }

    @Test
    void stoppedProcessGoesOn() {
        Filed filed = question();
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        suspend(main(filed), true);
        watch.look();

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Mend case");
        refused(task, "go_on", "try again");
        refused(task, "decide_by_hand", "try again");
        desk.complete(task, "handler", Mender.mend("try_again"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.complete(verify, "handler", Map.of("verdict", "rejected", "reason", "It was none of ours"));

        // The same, and the operator lets it go on: the task goes by itself.
        Filed other = question();
        desk.awaitTask(other.caseNumber(), "Verify complaint");
        suspend(main(other), true);
        watch.look();
        desk.awaitTask(other.caseNumber(), "Mend case");
        suspend(main(other), false);
        watch.look();
        assertThat(desk.tasks(other.caseNumber(), "Mend case")).isEmpty();
        assertThat(desk.read(other.caseNumber()).mending()).isNull();
    }

    @Test
    void allAreFoundHoweverFewProcessesAreLookedAtAtOnce() {
        List<String> stopped = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            Filed filed = question();
            desk.awaitTask(filed.caseNumber(), "Verify complaint");
            stopped.add(main(filed));
        }
        stopped.forEach(instance -> suspend(instance, true));

        List<String> found = branchesOf(stopped, watch.standing(1));
        assertThat(found).hasSize(3).containsExactlyInAnyOrderElementsOf(branchesOf(stopped, watch.standing(500)));

        stopped.forEach(instance -> suspend(instance, false));
        assertThat(branchesOf(stopped, watch.standing(500))).isEmpty();
    }

    private void suspend(String instance, boolean suspended) {
        send(
                HttpMethod.PUT,
                "/engine-rest/process-instance/" + instance + "/suspended",
                Map.of("suspended", suspended));
    }

    /** Those of these names that are branches of the processes. */
    private List<String> branchesOf(List<String> instances, List<String> names) {
        List<String> branches = instances.stream()
                .flatMap(instance -> runtime.createExecutionQuery().processInstanceId(instance).list().stream())
                .map(execution -> "execution " + execution.getId())
                .toList();
        return names.stream().filter(branches::contains).toList();
    }

    @Test
    void caseOfWhichOnlyTheClocksAreLeft() {
        Filed filed = question();
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String instance = main(filed);
        // The main line is cancelled; what runs beside it keeps the process alive.
        send(
                HttpMethod.POST,
                "/engine-rest/process-instance/" + instance + "/modification",
                Map.of(
                        "instructions",
                        List.of(
                                Map.of("type", "startBeforeActivity", "activityId", "event_nextRungDue"),
                                Map.of("type", "cancel", "activityId", "userTask_verifyComplaint"))));
        watch.look();

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Mend case");
        desk.complete(task, "handler", Mender.mend("decide_by_hand"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
    }

    @Test
    void remediesThatNobodyApprovedAreNotForgotten() {
        Filed filed = lostParcel("R-1007");
        desk.awaitTask(filed.caseNumber(), "Approve remedy");
        send(
                HttpMethod.POST,
                "/engine-rest/process-instance/" + main(filed) + "/modification",
                Map.of(
                        "instructions",
                        List.of(
                                Map.of("type", "startBeforeActivity", "activityId", "serviceTask_explainDecision"),
                                Map.of("type", "cancel", "activityId", "userTask_approveRemedy"))));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        watch.look();

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Mend case");
        assertThat(desk.read(filed.caseNumber()).mending().reason()).contains("proposed or approved");
        refused(task, "try_again", "Nobody has approved");
        desk.complete(task, "handler", Mender.mend("decide_by_hand"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.complete(verify, "lead", Map.of("verdict", "confirmed"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        watch.look();
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsOnly("superseded", "settled");
        assertThat(desk.tasks(filed.caseNumber(), "Mend case")).isEmpty();
    }

    private Filed question() {
        return desk.file(aComplaint()
                .from("somebody%d@customer.example".formatted(System.nanoTime()))
                .saying("Where is everything?"));
    }

    private Filed lostParcel(String like) {
        SandboxOrder order = world.copyOf(like);
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private String main(Filed filed) {
        return desk.instances(filed.caseNumber(), "complaintResolution").get(0).id();
    }

    /** The job of the case's step that has failed once. */
    private String awaitJob(Filed filed) {
        return await().until(
                        () -> List.of(desk.client("manager")
                                .get()
                                .uri("/engine-rest/job?processInstanceId={id}&withException=true", main(filed))
                                .retrieve()
                                .body(EngineJob[].class)),
                        jobs -> !jobs.isEmpty())
                .get(0)
                .id();
    }

    private void refused(EngineTask task, String choice, String words) {
        desk.claim(task, "handler");
        ResponseEntity<String> answer = desk.submit(task, "handler", Mender.mend(choice));
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getBody()).containsIgnoringCase(words);
    }

    private void send(HttpMethod method, String uri, Object body) {
        ResponseEntity<String> answer = desk.client("manager")
                .method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(uri + " " + answer)
                .isTrue();
    }
}
