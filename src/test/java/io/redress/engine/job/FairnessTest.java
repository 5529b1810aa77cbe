package io.redress.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Registered;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody waits because somebody else has much to do, limits or not. */
@SandboxTest
class FairnessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    SandboxDriver world;

    @Autowired
    JobExecutor executor;

    @Autowired
    Backlog backlog;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void standStill() {
        await().atMost(PATIENCE).until(() -> due() == 0);
        backlog.count();
        executor.shutdown();
    }

    @AfterEach
    void goOn() {
        executor.start();
    }

    @Test
    void anothersAcknowledgementGoesBeforeABacklog() {
        isWorkedOnBefore(30);
    }

    @Tag("deep")
    @Test
    void anothersAcknowledgementGoesBeforeALongBacklog() {
        isWorkedOnBefore(200);
    }

    private void isWorkedOnBefore(int waiting) {
        List<String> many = file("system", waiting);
        String one = file("stranger", 1).get(0);

        assertThat(acknowledging(one)).isEqualTo(Urgency.ACKNOWLEDGEMENT.behind(0));
        assertThat(many).extracting(this::acknowledging).satisfies(priorities -> assertThat(
                        priorities.stream().filter(priority -> priority >= Urgency.ACKNOWLEDGEMENT.behind(0)))
                .hasSizeLessThanOrEqualTo(3));

        executor.start();
        await().atMost(PATIENCE).until(() -> Stream.concat(many.stream(), Stream.of(one))
                .allMatch(caseNumber -> sent(caseNumber) != null));

        assertThat(many.stream().filter(caseNumber -> sent(caseNumber) <= sent(one)))
                .as("acknowledged before")
                .hasSizeLessThanOrEqualTo(10);
        await().atMost(PATIENCE).until(() -> due() == 0);
    }

    @Test
    void dangerGoesBeforeMoneyAndADiagramsNumberIsNotAsked() {
        String harmless = file("system", 1).get(0);
        String danger = file("system", Map.of("description", "The kettle exploded, my daughter is in hospital."));

        assertThat(acknowledging(harmless)).isEqualTo(Urgency.ACKNOWLEDGEMENT.behind(0));
        executor.start();
        await().atMost(PATIENCE).until(() -> due() == 0);
        assertThat(priorities(danger)).isNotEmpty().allMatch(priority -> priority > Urgency.MONEY.behind(0));
        assertThat(priorities(harmless)).contains(Urgency.RUNG.behind(0));
    }

    private List<String> file(String client, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> file(client, Map.of("description", "Nobody answers the phone."))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private String file(String client, Map<String, String> words) {
        return world.as(client)
                .post()
                .uri("/api/complaints")
                .body(Map.of(
                        "channel",
                        "web",
                        "claim",
                        "service",
                        "description",
                        words.get("description"),
                        "customer",
                        Map.of("email", "fair" + System.nanoTime() + "@customers.example")))
                .retrieve()
                .body(Registered.class)
                .caseNumber();
    }

    private long due() {
        return jdbc.sql("select count(*) from act_ru_job where duedate_ <= :now and retries_ > 0")
                .param("now", java.sql.Timestamp.from(world.clock().instant()))
                .query(Long.class)
                .single();
    }

    private long acknowledging(String caseNumber) {
        return priorities(caseNumber).stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    private List<Long> priorities(String caseNumber) {
        return jdbc.sql("""
                        select j.priority_ from act_ru_job j join act_ru_execution e on e.id_ = j.root_proc_inst_id_
                         where e.business_key_ = :case""").param("case", caseNumber).query(Long.class).list();
    }

    /** When it was acknowledged, in order; null where it has not been. */
    private Long sent(String caseNumber) {
        return jdbc.sql("""
                        select (extract(epoch from done_at) * 1000000)::bigint from redress.message
                         where case_number = :case and kind = 'ACKNOWLEDGEMENT' and status = 'SENT'""")
                .param("case", caseNumber)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
