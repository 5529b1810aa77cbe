package io.redress.time.ladder.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Registered;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.time.ladder.Ladder;
import io.redress.time.ladder.process.LadderBacklog.Due;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers that are taken along instead of fired: nothing twice on two nodes, nothing lost in a crash. */
@SandboxTest
class LadderBacklogTest {

    @Autowired
    LadderBacklog backlog;

    @Autowired
    Ladder ladder;

    @Autowired
    Timeline timeline;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JobExecutor executor;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SandboxDriver world;

    private List<CaseNumber> late;

    /** The engine's own attempts stand still meanwhile. */
    @BeforeEach
    void manyAreLate() {
        late = IntStream.range(0, 4)
                .mapToObj(n -> file("late" + n + "@example.org"))
                .toList();
        await().atMost(1, TimeUnit.MINUTES).until(() -> late.stream().allMatch(this::waitsForAPerson));
        executor.shutdown();
        // Long enough for rungs to come due wherever the clock stands, holidays included.
        world.advance(Duration.ofDays(14));
    }

    @AfterEach
    void goOn() {
        executor.start();
    }

    @Test
    void twoNodesClimbEachRungOnce() {
        Runnable node = () -> {
            while (transaction.execute(status -> climb()) > 0) {}
        };
        CompletableFuture.allOf(CompletableFuture.runAsync(node), CompletableFuture.runAsync(node))
                .join();

        assertThat(late).allSatisfy(one -> {
            assertThat(climbed(one)).isNotEmpty().doesNotHaveDuplicates();
            assertThat(isDue(one)).isFalse();
        });
    }

    @Test
    void whatOneNodeHasTakenTheOtherLeaves() {
        List<Due> here = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            here.addAll(backlog.take());
            List<Due> there = CompletableFuture.supplyAsync(() -> transaction.execute(other -> backlog.take()))
                    .join();
            assertThat(there).doesNotContainAnyElementsOf(here);
        });
        assertThat(here).isNotEmpty();
    }

    @Test
    void aCrashLosesNothing() {
        transaction.executeWithoutResult(crash -> {
            assertThat(climb()).isPositive();
            crash.setRollbackOnly();
        });
        assertThat(late).allSatisfy(one -> {
            assertThat(climbed(one)).isEmpty();
            assertThat(isDue(one)).isTrue();
        });

        executor.start();

        await().atMost(1, TimeUnit.MINUTES).until(() -> late.stream().noneMatch(this::isDue));
        assertThat(late).allSatisfy(one -> assertThat(climbed(one)).isNotEmpty().doesNotHaveDuplicates());
    }

    private CaseNumber file(String email) {
        Registered answer = world.as("system")
                .post()
                .uri("/api/complaints")
                .body(Map.of(
                        "channel", "web",
                        "claim", "service",
                        "description", "Nobody answers the phone.",
                        "customer", Map.of("email", email)))
                .retrieve()
                .body(Registered.class);
        return new CaseNumber(answer.caseNumber());
    }

    private boolean waitsForAPerson(CaseNumber one) {
        return tasks.createTaskQuery().processInstanceBusinessKey(one.value()).count() > 0;
    }

    private int climb() {
        List<Due> taken = backlog.take();
        backlog.letWait(
                taken,
                ladder.climb(taken.stream().map(Due::caseNumber).distinct().toList()));
        return taken.size();
    }

    private List<String> climbed(CaseNumber one) {
        return timeline.of(one).stream()
                .filter(entry -> entry.kind() == TimelineKind.RUNG_CLIMBED)
                .map(TimelineEntry::text)
                .toList();
    }

    private boolean isDue(CaseNumber one) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(one.value(), "complaintResolution")
                .singleResult()
                .getId();
        return management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId("startEvent_rungDue")
                        .executable()
                        .count()
                > 0;
    }
}
