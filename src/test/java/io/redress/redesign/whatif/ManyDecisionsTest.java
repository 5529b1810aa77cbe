package io.redress.redesign.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import io.redress.core.database.TransactionMemory;
import io.redress.engine.settings.TestDatabase;
import io.redress.redesign.model.LiveFiles;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.tape.Tape;
import io.redress.redesign.tape.Tape.Span;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.redress.redesign.whatif.WhatIfRun.Status;
import io.redress.verification.evidence.EvidenceStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Many taped decisions are looked at within seconds, added up to the cent, and listed up to a limit. */
class ManyDecisionsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Delays in days, and the share that the shipped table gives for them. */
    private static final List<Integer> DELAYS = List.of(0, 2, 5, 9);

    private static final List<Integer> SHARES = List.of(0, 5, 10, 15);

    private final HikariDataSource database = pool(TestDatabase.migrated());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private static HikariDataSource pool(DriverManagerDataSource database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.getUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(3);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @BeforeEach
    void wire() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("zone", java.util.Map.of("redress.zone", "UTC")));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(LiveFiles.class, () -> mock(LiveFiles.class));
        context.register(
                Transactions.class,
                TransactionMemory.class,
                EvidenceStore.class,
                Tape.class,
                CaseRecords.class,
                WhatIfRows.class,
                WhatIfWork.class);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void someThousandAreAddedUpToTheCent() throws IOException {
        assertThat(tried(2_000)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    @Tag("deep")
    void aHundredThousandTakeLessThanTenSeconds() throws IOException {
        assertThat(tried(100_000)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Tag("deep")
    void aMillionAreBounded() throws IOException {
        assertThat(tried(1_000_000)).isLessThan(Duration.ofMinutes(10));
    }

    private Duration tried(int count) throws IOException {
        generate(count);
        WhatIfRows rows = context.getBean(WhatIfRows.class);
        String raised = Files.readString(Path.of("processes/compensation.dmn"))
                .replaceAll("<text>5</text>", "<text>7</text>")
                .replaceAll("<text>15</text>", "<text>12</text>");
        UUID id = rows.add(
                List.of(new ModelFile("compensation.dmn", raised.getBytes(StandardCharsets.UTF_8))),
                new Span(BEGIN, BEGIN.plus(Duration.ofDays(400)), null),
                "manager",
                BEGIN);
        assertThat(rows.claim()).contains(id);

        long busyBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        context.getBean(WhatIfWork.class).run(rows.find(id).orElseThrow());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        // A machine that is busy with other things takes longer; how busy it was says the load, by processors.
        System.out.printf(
                "What-if: %,d taped decisions in %.1f s, of these %.1f s on the processor of ours; load %.1f on %d%n",
                count,
                took.toMillis() / 1000.0,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busyBefore) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        WhatIfRun run = rows.find(id).orElseThrow();
        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.done()).isEqualTo(count);
        WhatIfReport.Totals totals = run.report().totals();
        assertThat(totals.cases()).isEqualTo(count);
        assertThat(totals.changed()).isEqualTo(count / 2);
        BigDecimal old = sum(count, SHARES);
        BigDecimal now = sum(count, List.of(0, 7, 10, 12));
        assertThat(totals.byCurrency().get("EUR"))
                .isEqualTo(new WhatIfReport.Sum(
                        old.toPlainString(),
                        now.toPlainString(),
                        now.subtract(old).toPlainString()));
        assertThat(run.report().byMonth().stream()
                        .map(month -> new BigDecimal(month.delta()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(now.subtract(old));
        assertThat(run.changedListed()).isEqualTo(Math.min(count / 2, WhatIfWork.MOST_LISTED));
        assertThat(rows.cases(id, CaseList.CHANGED, 0, 10)).hasSize(10);
        return took;
    }

    /** Reckoned here in another way: in cents, half a cent up. */
    private static BigDecimal sum(int count, List<Integer> shares) {
        long cents = IntStream.rangeClosed(1, count)
                .mapToLong(number -> (price(number) * shares.get(number % 4) + 50) / 100)
                .sum();
        return BigDecimal.valueOf(cents, 2).setScale(2, RoundingMode.UNNECESSARY);
    }

    private static long price(int number) {
        return 1_000 + number % 997 * 13L;
    }

    private void generate(int count) {
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                          customer_email, description, received_at, created_at, status, priority, team, round, question_open, cause)
                        select 'C-2026-' || lpad(n::text, 7, '0'), 0, 'WEB', 'BUYER', 'system', true, 'a@example.com', 'x',
                          :begin, :begin, 'CLOSED', 50, 'handlers', 1, false, 'SYSTEM'
                          from generate_series(1, :count) as n""")
                .param("begin", java.sql.Timestamp.from(BEGIN))
                .param("count", count)
                .update();
        jdbc.sql("""
                        insert into redress.evidence (case_number, round, facts, gathered_at)
                        select 'C-2026-' || lpad(n::text, 7, '0'), 1,
                          '{"complete":true,"affected":[{"line":1,"sku":"A","description":"Article","quantity":1,"unitPrice":"EUR '
                            || to_char((1000 + n % 997 * 13) / 100.0, 'FM99990.00') || '"}],"payments":[]}', :begin
                          from generate_series(1, :count) as n""")
                .param("begin", java.sql.Timestamp.from(BEGIN))
                .param("count", count)
                .update();
        jdbc.sql("alter table redress.remedy disable trigger user").update();
        jdbc.sql("""
                        insert into redress.remedy (id, case_number, round, kind, status, currency, amount, goods_value,
                          requested_by, approved_by, created_at, changed_at, changed_by, change_reason)
                        select gen_random_uuid(), 'C-2026-' || lpad(n::text, 7, '0'), 1, 'GOODWILL', 'SETTLED', 'EUR', 1, 0,
                          'redress', 'redress', :begin, :begin, 'redress', 'x'
                          from generate_series(1, :count) as n where n % 4 <> 0""")
                .param("begin", java.sql.Timestamp.from(BEGIN))
                .param("count", count)
                .update();
        jdbc.sql("""
                        insert into redress.tape (case_number, at, tables, steps, decisions)
                        select 'C-2026-' || lpad(n::text, 7, '0'), cast(:begin as timestamptz) + n % 300 * interval '1 day',
                          array['compensation:1'], array['complaintResolution:1:businessRuleTask_decideCompensation'],
                          array['{"facts":{"delayDays":' || (array[0,2,5,9])[n % 4 + 1]
                            || ',"outcome":"upheld","repeatedFailures":0},"rows":[{"id":"r","outputs":{"percent":'
                            || (array[0,5,10,15])[n % 4 + 1] || ',"goodwill":"' || (array['none','code','code','code'])[n % 4 + 1]
                            || '","reason":"'
                            || (array['We kept our promises.','We let you wait.','We let you wait.','We let you wait.'])[n % 4 + 1]
                            || '"}}]}']
                          from generate_series(1, :count) as n""")
                .param("begin", java.sql.Timestamp.from(BEGIN))
                .param("count", count)
                .update();
        jdbc.sql("analyze redress.complaint, redress.evidence, redress.remedy, redress.tape")
                .update();
        assertThat(DELAYS).hasSameSizeAs(SHARES);
    }
}
