package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.ProblemDocument;
import io.redress.answer.WhatIfRun;
import io.redress.answer.WhatIfRun.WhatIfChanged;
import io.redress.answer.WhatIfRun.WhatIfGroup;
import io.redress.answer.WhatIfRun.WhatIfSum;
import io.redress.answer.WhatIfRun.WhatIfUndecided;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager tries changed tables on what was decided before: what it would have changed and cost, and nothing is live. */
@SandboxTest
class WhatIfTest {

    private static final String WHAT_IF = "/api/redesign/what-if";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SandboxDriver world;
    private Desk desk;
    private Instant begin;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @BeforeEach
    void begin() {
        begin = desk.now();
    }

    @Test
    void moreGoodwillIsReckonedToTheCent() throws IOException {
        List<String> cases = settled("R-1003", "defective", 2);
        settled("R-1001", "not_received", 1);

        WhatIfRun run = tried(Map.of(
                "compensation.dmn",
                inRule(table("compensation.dmn"), "rule_inTimeAndRepeated", "<text>10</text>", "<text>15</text>")));

        assertThat(changed(run, cases)).hasSize(2).allSatisfy(one -> assertThat(
                        List.of(one.table(), one.what(), one.old(), one.now()))
                .containsExactly("compensation", "percent", "10", "15"));
        BigDecimal before = goodwillOf(cases);
        BigDecimal after = before.multiply(new BigDecimal("1.5")).setScale(2);
        assertThat(before).isEqualByComparingTo("129.80");
        assertThat(run.totals().byCurrency().get("USD"))
                .isEqualTo(new WhatIfSum(
                        before.toPlainString(),
                        after.toPlainString(),
                        after.subtract(before).toPlainString()));
        assertThat(run.totals().better()).isEqualTo(2);
        assertThat(run.totals().worse()).isZero();
        assertThat(run.persons().limitsOpen()).isEqualTo(2);
        for (List<WhatIfGroup> groups : List.of(run.byMonth(), run.byCause(), run.byTeam())) {
            assertThat(groups.stream()
                            .filter(group -> group.currency().equals("USD"))
                            .map(group -> new BigDecimal(group.delta()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(after.subtract(before));
        }
    }

    @Test
    void unchangedTablesChangeNothing() throws IOException {
        settled("R-1003", "defective", 1);
        settled("R-1001", "not_received", 1);
        settled("R-1002", "billed_twice", 1);
        desk.awaitTask(file("R-1004", "not_received").caseNumber(), "Verify complaint");
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : List.of(
                "triage",
                "remedy",
                "authority",
                "compensation",
                "way-back",
                "service-level",
                "legal-deadline",
                "escalation")) {
            all.put(name + ".dmn", table(name + ".dmn"));
        }

        WhatIfRun run = tried(all);

        assertThat(run.changed()).isEmpty();
        assertThat(run.undecided()).isEmpty();
        assertThat(run.totals().cases()).isGreaterThanOrEqualTo(4);
        assertThat(run.totals().byCurrency()).allSatisfy((currency, sum) -> {
            assertThat(sum.now()).isEqualTo(sum.old());
            assertThat(new BigDecimal(sum.delta())).isZero();
        });
    }

    @Test
    void noRefundForALostParcelIsWhatWasPaidBack() throws IOException {
        List<String> cases = settled("R-1001", "not_received", 2);

        WhatIfRun run = tried(Map.of(
                "remedy.dmn",
                inRule(
                        table("remedy.dmn"),
                        "rule_lostParcel",
                        "<text>\"affected_items\"</text>",
                        "<text>\"none\"</text>")));

        BigDecimal paid = cases.stream()
                .flatMap(number -> world.refunds(number).stream())
                .map(refund -> new BigDecimal(refund.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isEqualByComparingTo("219.40");
        assertThat(changed(run, cases)).extracting(WhatIfChanged::what).containsExactly("refund", "refund");
        assertThat(run.totals().byCurrency().get("EUR"))
                .isEqualTo(new WhatIfSum(paid.toPlainString(), "0.00", "-" + paid.toPlainString()));
        assertThat(run.totals().goodsByCurrency().get("EUR").delta()).isEqualTo("0.00");
        assertThat(run.totals().worse()).isEqualTo(2);
    }

    @Test
    void aRefundThatNobodyPaidIsUndecidedAndNotGuessed() throws IOException {
        List<String> cases = settled("R-1003", "defective", 1);

        WhatIfRun run = tried(Map.of(
                "remedy.dmn",
                inRule(
                        table("remedy.dmn"),
                        "rule_repeatFailure",
                        "<text>\"none\"</text>",
                        "<text>\"affected_items\"</text>")));

        assertThat(run.undecided())
                .filteredOn(one -> cases.contains(one.caseNumber()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.element()).isEqualTo("refund");
                    assertThat(one.why()).contains("not on the tape");
                });
        assertThat(changed(run, cases)).isEmpty();
    }

    @Test
    void aNewColumnForWhichThereAreNoFactsIsUndecidedByItsName() throws IOException {
        List<String> cases = settled("R-1003", "defective", 1);
        String asked = table("compensation.dmn").replace("<text>delayDays</text>", "<text>daysOfFrost</text>");

        WhatIfRun run = tried(Map.of("compensation.dmn", asked));

        assertThat(run.totals().undecided()).isEqualTo(run.totals().cases()).isPositive();
        assertThat(run.undecided())
                .filteredOn(one -> cases.contains(one.caseNumber()))
                .extracting(WhatIfUndecided::element)
                .containsExactly("daysOfFrost");
        assertThat(run.totals().byCurrency()).isEmpty();
        assertThat(run.reasons()).singleElement().satisfies(reason -> assertThat(reason.cases())
                .isEqualTo(run.totals().undecided()));
    }

    @Test
    void lowerLimitsNeedAPerson() throws IOException {
        List<String> cases = settled("R-1001", "not_received", 1);
        String strict = inRule(table("authority.dmn"), "rule_medium", "&gt; 1000", "&gt; 100");

        WhatIfRun run = tried(Map.of("authority.dmn", strict));

        assertThat(changed(run, cases)).singleElement().satisfies(one -> assertThat(
                        List.of(one.what(), one.old(), one.now()))
                .containsExactly("approver", "none", "lead"));
        assertThat(run.persons().more()).isPositive();
        assertThat(run.totals().byCurrency()).isEmpty();
    }

    @Test
    void aShorterPromiseIsCountedByItsClock() throws IOException {
        List<String> cases = settled("R-1001", "not_received", 1);
        String hurried = inRule(table("service-level.dmn"), "rule_acknowledgement", "PT15M", "PT5M");

        WhatIfRun run = tried(Map.of("service-level.dmn", hurried));

        assertThat(changed(run, cases)).singleElement().satisfies(one -> assertThat(
                        List.of(one.what(), one.old(), one.now()))
                .containsExactly("acknowledgement: budget", "PT15M", "PT5M"));
        assertThat(run.times()).singleElement().satisfies(times -> {
            assertThat(times.clock()).isEqualTo("acknowledgement");
            assertThat(times.longer()).isZero();
            assertThat(times.shorter())
                    .isEqualTo(run.totals().changed())
                    .isEqualTo(run.totals().better());
        });
    }

    @Test
    void nothingLiveIsTouched() throws IOException {
        List<String> cases = settled("R-1003", "defective", 1);
        // What the case itself still has to do would count as well.
        await().atMost(PATIENCE).until(() -> isAtRest(cases.get(0)));
        Map<String, Long> before = liveRows();

        tried(Map.of(
                "compensation.dmn",
                inRule(table("compensation.dmn"), "rule_inTimeAndRepeated", "<text>10</text>", "<text>15</text>")));

        assertThat(liveRows()).isEqualTo(before);
    }

    @Test
    void theLastFinishedCasesAreThoseThatWereSettledLast() throws IOException {
        List<String> cases = settled("R-1003", "defective", 1);

        WhatIfRun run = awaitDone(start(
                "manager",
                Map.of("last", "1"),
                Map.of(
                        "compensation.dmn",
                        inRule(
                                table("compensation.dmn"),
                                "rule_inTimeAndRepeated",
                                "<text>10</text>",
                                "<text>11</text>"))));

        assertThat(run.totals().cases()).isEqualTo(1);
        assertThat(run.changed()).extracting(WhatIfChanged::caseNumber).containsExactlyElementsOf(cases);
    }

    @Test
    void whatWouldNotBeLetInIsNotTriedEither() throws IOException {
        assertRefused(Map.of("last", "5"), Map.of("table.dmn", "<definitions>"), "table.dmn");
        assertRefused(Map.of("last", "5"), Map.of("refund.bpmn", table("refund.bpmn")), "file");
        assertRefused(Map.of("last", "5"), Map.of(), "file");
        assertRefused(Map.of("last", "0"), Map.of("remedy.dmn", table("remedy.dmn")), "last");
        assertRefused(Map.of("last", "1000001"), Map.of("remedy.dmn", table("remedy.dmn")), "last");
        assertRefused(Map.of(), Map.of("remedy.dmn", table("remedy.dmn")), "last");
        assertRefused(Map.of("from", "yesterday"), Map.of("remedy.dmn", table("remedy.dmn")), "from");
        assertRefused(
                Map.of("from", "2026-11-02", "to", "2026-11-01"), Map.of("remedy.dmn", table("remedy.dmn")), "to");
        assertRefused(Map.of("last", "5", "from", "2026-11-01"), Map.of("remedy.dmn", table("remedy.dmn")), "last");
    }

    @Test
    void onlyManagersTryAndEveryManagerReads() throws IOException {
        Map<String, String> files = Map.of("remedy.dmn", table("remedy.dmn"));
        for (String nobody : List.of("handler", "lead", "system", "stranger")) {
            assertThat(client(nobody)
                            .uploadAll(WHAT_IF, Map.of("last", "1"), files)
                            .status())
                    .as(nobody)
                    .isEqualTo(403);
        }
        String run = start("manager", Map.of("last", "1"), files);
        awaitDone(run);

        assertThat(client("manager2").get("/api/redesign/runs/" + run).status()).isEqualTo(200);
        assertThat(client("manager2").get("/api/redesign/runs").body()).contains(run);
        assertThat(client("lead").get("/api/redesign/runs/" + run).status()).isEqualTo(403);
        assertThat(client("manager")
                        .get("/api/redesign/runs/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRunWhoseNodeDiedHasFailedAndSaysSo() {
        UUID run = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.what_if_run (id, status, created_at, created_by, last, seen_at)
                        values (:id, 'RUNNING', now(), 'manager', 5, clock_timestamp() - interval '2 minutes')""").param("id", run).update();
        jdbc.sql("insert into redress.what_if_file values (:id, 'remedy.dmn', '')")
                .param("id", run)
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read("manager", run.toString())).satisfies(failed -> {
                    assertThat(failed.status()).isEqualTo("failed");
                    assertThat(failed.why()).contains("node");
                }));
    }

    @Test
    void aRunThatIsCancelledDoesNotGoOn() throws IOException {
        UUID run = UUID.randomUUID();
        jdbc.sql("""
                        insert into redress.what_if_run (id, status, created_at, created_by, last, seen_at)
                        values (:id, 'RUNNING', now(), 'manager', 5, clock_timestamp() + interval '1 hour')""").param("id", run).update();
        jdbc.sql("insert into redress.what_if_file values (:id, 'remedy.dmn', '')")
                .param("id", run)
                .update();

        assertThat(client("manager")
                        .delete("/api/redesign/runs/" + run)
                        .as(WhatIfRun.class)
                        .status())
                .isEqualTo("cancelled");

        String other = start("manager", Map.of("last", "1"), Map.of("remedy.dmn", table("remedy.dmn")));
        awaitDone(other);
        assertThat(client("manager")
                        .delete("/api/redesign/runs/" + other)
                        .as(WhatIfRun.class)
                        .status())
                .as("what is done stays done")
                .isEqualTo("done");
    }

    @Test
    void thePageShowsTheSumsAndTheFileIsHarmless() throws IOException {
        List<String> cases = settled("R-1003", "defective", 1);
        String run = start(
                "manager",
                Map.of("from", begin.toString()),
                Map.of(
                        "compensation.dmn",
                        inRule(
                                table("compensation.dmn"),
                                "rule_inTimeAndRepeated",
                                "<text>\"It went wrong more than once.\"</text>",
                                "<text>\"=1+1\"</text>")));
        awaitDone(run);
        Client manager = Client.browser(world.baseUrl(), "manager2");

        assertThat(manager.get("/models/what-if").body()).contains(run);
        assertThat(manager.get("/models/what-if/" + run).body())
                .contains(cases.get(0), "64.90", "<svg", "Money by month")
                .doesNotContain("<script>");
        assertThat(manager.get("/models/what-if/" + run + "/cases.csv").body())
                .contains(cases.get(0))
                .contains("\"'=1+1\"");
        assertThat(Client.browser(world.baseUrl(), "lead")
                        .get("/models/what-if")
                        .status())
                .isEqualTo(403);
    }

    private List<String> settled(String like, String claim, int count) {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(file(like, claim).caseNumber());
        }
        cases.forEach(number -> desk.awaitStatus(number, "waiting_for_follow_up"));
        return cases;
    }

    private Filed file(String like, String claim) {
        SandboxOrder order = world.copyOf(like);
        return desk.file(aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private BigDecimal goodwillOf(List<String> cases) {
        return cases.stream()
                .flatMap(number -> desk.remedies(number, "goodwill").stream())
                .map(remedy -> new BigDecimal(remedy.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private WhatIfRun tried(Map<String, String> files) {
        Map<String, String> time =
                Map.of("from", begin.toString(), "to", desk.now().plusSeconds(1).toString());
        WhatIfRun run = awaitDone(start("manager", time, files));
        assertThat(run.done()).isEqualTo(run.total()).isEqualTo(run.totals().cases());
        return run;
    }

    private String start(String login, Map<String, String> fields, Map<String, String> files) {
        Client.Answer answer = client(login).uploadAll(WHAT_IF, fields, files);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        String location = answer.response().headers().firstValue("Location").orElseThrow();
        String id = answer.as(WhatIfRun.class).id();
        assertThat(location).endsWith("/api/redesign/runs/" + id);
        return id;
    }

    private WhatIfRun awaitDone(String id) {
        await().atMost(PATIENCE).until(() -> !read("manager", id).status().equals("running"));
        WhatIfRun run = read("manager", id);
        assertThat(run.status()).as(run.why()).isEqualTo("done");
        return run;
    }

    private WhatIfRun read(String login, String id) {
        return client(login).get("/api/redesign/runs/" + id).as(WhatIfRun.class);
    }

    private void assertRefused(Map<String, String> fields, Map<String, String> files, String field) {
        Client.Answer answer = client("manager").uploadAll(WHAT_IF, fields, files);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.as(ProblemDocument.class).fields()).contains(field);
    }

    private Client client(String login) {
        return Client.program(world.baseUrl(), login);
    }

    private static List<WhatIfChanged> changed(WhatIfRun run, List<String> cases) {
        return run.changed().stream()
                .filter(one -> cases.contains(one.caseNumber()))
                .toList();
    }

    private boolean isAtRest(String caseNumber) {
        return jdbc.sql("""
                        select not exists (
                          select from act_ru_job j join act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                           where p.business_key_ = :case and (j.duedate_ is null or j.duedate_ <= :now))""")
                .param("case", caseNumber)
                .param("now", Timestamp.from(desk.now()))
                .query(Boolean.class)
                .single();
    }

    private Map<String, Long> liveRows() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : List.of(
                "act_re_decision_def",
                "act_re_deployment",
                "act_ge_bytearray",
                "act_hi_decinst",
                "act_hi_dec_out",
                "redress.tape",
                "redress.remedy",
                "redress.decision")) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return counts;
    }

    private static String table(String file) throws IOException {
        return Files.readString(Path.of("processes", file));
    }

    /** The same table where one row says something else. */
    private static String inRule(String table, String rule, String old, String now) {
        int begin = table.indexOf("<rule id=\"" + rule + "\"");
        int end = table.indexOf("</rule>", begin);
        String row = table.substring(begin, end);
        assertThat(row).contains(old);
        return table.substring(0, begin)
                + row.replaceFirst(java.util.regex.Pattern.quote(old), now)
                + table.substring(end);
    }
}
