package io.redress.bench;

import static org.awaitility.Awaitility.await;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many finished cases a second the engine's clean-up takes out of its history once their time has come,
 * {@code ./mvnw -Pbench -Dtest=CleanUpBench verify}, while complaints keep coming in. It prints figures; times are not
 * asserted.
 */
@Tag("bench")
@SandboxTest
class CleanUpBench {

    private static final int FINISHED = Integer.getInteger("bench.finished", 10_000);
    private static final int A_DAY = 200_000;
    private static final Duration WINDOW = Duration.ofHours(3);

    private SandboxDriver world;
    private JdbcTemplate database;
    private TransactionTemplate transaction;
    private HistoryService history;

    @Autowired
    void enter(SandboxDriver world, JdbcTemplate database, TransactionTemplate transaction, HistoryService history) {
        this.world = world;
        this.database = database;
        this.transaction = transaction;
        this.history = history;
    }

    @Test
    void finishedCasesLeaveTheHistory() {
        var complaints = new Complaints(world, database);
        String finished = new LostParcels(world, database).finish();
        outlive(finished);
        new CaseCopies(database, transaction)
                .copy(new CaseCopies.Order(finished, FINISHED, Duration.ofSeconds(-1), true, List.of()));
        long rows = due();
        Instant began = Instant.now();
        history.cleanUpHistoryAsync(true);
        String accepted;
        try (var coming = complaints.every(Duration.ofMillis(500))) {
            await().atMost(5, TimeUnit.MINUTES)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> due() == 0);
            accepted = coming.acceptedInWords();
        }
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        System.out.printf(
                "%n  %d finished cases with %d rows of history each left in %.1f s, %.0f a second; %d a day take %.1f of %d hours%n",
                FINISHED,
                rows / (FINISHED + 1),
                seconds,
                FINISHED / seconds,
                A_DAY,
                A_DAY / (FINISHED / seconds) / 3600,
                WINDOW.toHours());
        System.out.println("  complaints accepted meanwhile, ms p50 / p95 / most: " + accepted);
    }

    /** Its time is over, before it is copied: else each copy's would have to be changed. */
    private void outlive(String caseNumber) {
        for (String table : tables()) {
            database.update(
                    "update " + table + " set removal_time_ = now() - interval '1 year' where root_proc_inst_id_ in "
                            + "(select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?)",
                    caseNumber);
        }
    }

    private long due() {
        return tables().stream()
                .mapToLong(table -> database.queryForObject(
                        "select count(*) from " + table + " where removal_time_ < now() - interval '1 month'",
                        Long.class))
                .sum();
    }

    private List<String> tables() {
        return database.queryForList("""
                select table_name from information_schema.columns
                 where table_schema = 'public' and column_name = 'removal_time_'
                intersect
                select table_name from information_schema.columns
                 where table_schema = 'public' and column_name = 'root_proc_inst_id_'""", String.class);
    }
}
