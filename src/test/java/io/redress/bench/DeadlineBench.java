package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How late deadlines are, {@code ./mvnw -Pbench verify}: on an idle node with many open timers, and when very many are due
 * at once while complaints keep coming in. It prints figures; what may not get worse is asserted generously, because
 * machines differ.
 */
@Tag("bench")
@SandboxTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlineBench {

    private static final int CASES = Integer.getInteger("bench.due", 20_000);
    private static final int OPEN_TIMERS = Integer.getInteger("bench.open-timers", 100_000);
    private static final int IDLE_TIMERS = Integer.getInteger("bench.idle-timers", 200);
    private static final double COMPLAINTS_PER_SECOND = Double.parseDouble(System.getProperty("bench.intake", "1"));

    private static final String HANDLER = "handler@redress.example";
    private static final Duration FAR = Duration.ofHours(1);

    private SandboxDriver world;
    private JdbcTemplate database;
    private Complaints complaints;
    private CaseCopies copies;
    private Rungs rungs;
    private Figures figures;

    @Autowired
    void enter(SandboxDriver world, JdbcTemplate database, TransactionTemplate transaction) {
        this.world = world;
        this.database = database;
        this.complaints = new Complaints(world, database);
        this.copies = new CaseCopies(database, transaction);
        this.rungs = new Rungs(database);
        this.figures = new Figures();
    }

    @AfterEach
    void print() {
        figures.print();
    }

    @Test
    @Order(1)
    void anIdleNodeIsHardlyEverLate() {
        String original = openCase();
        String copied = copies.copy(original, IDLE_TIMERS, Duration.ofMinutes(1).dividedBy(IDLE_TIMERS));
        rungs.note(copied);
        copies.fillJobs(OPEN_TIMERS, now().plus(Duration.ofDays(900)));
        world.advance(Duration.between(now(), rungs.dueAt(original)).minusSeconds(5));

        await().atMost(2, TimeUnit.MINUTES).until(() -> rungs.waiting(copied, now().plusSeconds(120)) == 0);

        Rungs.Lateness late = rungs.lateness(copied);
        figures.add("idle: timers that fired, of open timers", IDLE_TIMERS + " of " + OPEN_TIMERS);
        figures.add("idle: late p50 / p99 / most, ms", late.inWords());
        assertThat(late.p99()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @Order(2)
    void whatIsDueAtOnceIsDrainedWhileComplaintsComeIn() {
        drain("drain", openCase(), 1);
    }

    /** Each is taken from the handler who has done nothing about it, and offered to the team. */
    @Test
    @Order(3)
    void whatIsTakenAwayAtOnceIsDrainedWhileComplaintsComeIn() {
        String original = openCase();
        claim(original);
        while (!rungs.isClimbed(original, "OWNER_ACTION", "reminder")) {
            climbNext(original);
        }
        // A lead is told at the same instant that the customer has no answer yet.
        drain("reassign", original, 2);
        assertThat(database.queryForObject(
                        "select count(*) from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_"
                                + " where p.business_key_ like ? and t.assignee_ is not null",
                        Integer.class,
                        original + "%"))
                .as("tasks that somebody has still")
                .isZero();
    }

    /** @param each how many rungs of each case are due at once */
    private void drain(String what, String original, int each) {
        Instant began = Instant.now();
        String copied = copies.copy(original, CASES, Duration.ZERO);
        rungs.note(copied);
        figures.add(what + ": copied cases, seconds to copy", CASES + ", " + secondsSince(began));
        Instant due = rungs.dueAt(original);
        world.advance(Duration.between(now(), due).plusMillis(1));
        Instant turned = Instant.now();
        try (var stream = complaints.every(Duration.ofNanos((long) (1e9 / COMPLAINTS_PER_SECOND)))) {
            CpuTime before = CpuTime.used(database);
            await().atMost(30, TimeUnit.MINUTES)
                    .pollInterval(1, TimeUnit.SECONDS)
                    .until(() -> rungs.waiting(copied, now()) == 0);
            long millis = Duration.between(turned, Instant.now()).toMillis();
            figures.add(what + ": seconds", String.valueOf(millis / 1000.0));
            figures.add(
                    what + ": processor ms a rung, JVM + database",
                    CpuTime.used(database).sinceInWords(before, CASES * each));
            figures.add(
                    what + ": rungs a second, median / whole",
                    rungs.drained(copied, millis).inWords());
            figures.add(
                    what + ": late p50 / p99 / most, ms", rungs.lateness(copied).inWords());
            figures.add(what + ", intake: accepted, ms p50 / p95 / most", stream.acceptedInWords());
        }
        figures.add(what + ", intake: acknowledged, ms p50 / p95 / most", complaints.acknowledgedInWords());
        figures.add("timers that fired by themselves", String.valueOf(rungs.fired(copied)));
        figures.add("alerts to staff: written, still to be sent", rungs.alerts(copied));
        figures.add(
                "mails that one handler had in his box by then",
                String.valueOf(world.mailsTo(HANDLER).size()));
        assertThat(rungs.failed(copied)).as("attempts that failed").isZero();
        assertThat(rungs.climbed(copied)).as("rungs that were climbed").isEqualTo(CASES * each);
    }

    /** A case on a handler's desk, whose first clocks have been met and whose next rung is hours away. */
    private String openCase() {
        String caseNumber = complaints.fileAndAwaitTask();
        while (rungs.dueAt(caseNumber).isBefore(now().plus(FAR))) {
            climbNext(caseNumber);
        }
        return caseNumber;
    }

    private void climbNext(String caseNumber) {
        Instant due = rungs.dueAt(caseNumber);
        world.advance(Duration.between(now(), due).plusMillis(1));
        await().atMost(1, TimeUnit.MINUTES).until(() -> rungs.dueAt(caseNumber).isAfter(due));
    }

    private void claim(String caseNumber) {
        String task = database.queryForObject(
                "select t.id_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_ where p.business_key_ = ?",
                String.class,
                caseNumber);
        world.as("handler")
                .post()
                .uri("/engine-rest/task/{task}/claim", task)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"userId\":\"handler\"}")
                .retrieve()
                .toBodilessEntity();
    }

    private Instant now() {
        return world.clock().instant();
    }

    private static long secondsSince(Instant then) {
        return Duration.between(then, Instant.now()).toSeconds();
    }
}
