package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.HeldAnswers;
import io.redress.sandbox.http.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provider that is slow or down, for many cases at once: nobody else waits for it, and nothing is lost or doubled. */
@SandboxTest
@ExtendWith(OutputCaptureExtension.class)
class SlowProviderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The limit that an operator has who sets none. */
    private static final int AT_A_TIME = 2;

    @Autowired
    private JdbcClient jdbc;

    private SandboxDriver world;
    private Desk desk;
    private HeldAnswers answers;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
        this.answers = world.providers().heldAnswers();
    }

    /** Until the switch is released all remedies wait, so that all go out at one moment. */
    @BeforeEach
    void hold() {
        desk.turnStopSwitch(true);
    }

    @AfterEach
    void behave() {
        answers.release();
        world.behave();
        desk.turnStopSwitch(false);
    }

    @Test
    void slowPaymentProviderHoldsUpNobodyElse() {
        List<String> cases = lostParcels(6);
        answers.hold(Provider.STRIPE, "POST /v1/refunds");
        desk.turnStopSwitch(false);
        await("refunds under way")
                .atMost(PATIENCE)
                .until(() -> answers.waiting(Provider.STRIPE), now -> now == AT_A_TIME);

        SandboxOrder order = world.copyOf("R-1001");
        String stranger = "neighbour-of-" + order.customer().email();
        Filed another = desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(stranger)
                .sentBy("stranger"));
        desk.awaitMail(stranger, another.caseNumber());
        desk.awaitTask(another.caseNumber(), "Verify complaint");
        cases.forEach(number -> await("the goods of " + number)
                .atMost(PATIENCE)
                .until(() -> world.shipments(number).size() == 1));
        assertThat(answers.mostWaiting(Provider.STRIPE)).isEqualTo(AT_A_TIME);
        assertThat(count(cases, "refund", "sent")).isEqualTo(AT_A_TIME);
        assertThat(count(cases, "refund", "approved")).isEqualTo(cases.size() - AT_A_TIME);
        assertThat(attemptsUsed(cases)).isZero();

        answers.release();
        eachIsMadeGoodOnce(cases);
        assertThat(answers.mostWaiting(Provider.STRIPE)).isEqualTo(AT_A_TIME);
        assertThat(attemptsUsed(cases)).isZero();
    }

    @Test
    void warehouseThatIsDownIsLeftAloneUntilItAnswers(CapturedOutput log) {
        List<String> cases = lostParcels(12);
        world.providers()
                .faults()
                .order(new Fault(Provider.SHOP, FaultKind.ERROR_BEFORE, 100_000, "", Fault.SLOW_SECONDS));
        desk.turnStopSwitch(false);
        await("word of it").atMost(PATIENCE).until(() -> health().startsWith("does not answer since"));

        assertThat(count(cases, "replacement", "approved")).isGreaterThan(1);
        assertThat(figures())
                .contains("resilience4j_circuitbreaker_not_permitted_calls_total{kind=\"not_permitted\",name=\"shop\"}")
                .contains("resilience4j_bulkhead_available_concurrent_calls{name=\"stripe\"}");
        assertThat(attemptsUsedByUnsent(cases)).isZero();
        SandboxOrder order = world.copyOf("R-1001");
        cases.add(lostParcel(order));
        desk.awaitMail(order.customer().email(), cases.get(12));

        world.behave();
        await("the end of it").atMost(PATIENCE).until(() -> {
            world.advance(Duration.ofSeconds(20));
            return health().equals("answers");
        });
        eachIsMadeGoodOnce(cases);
        assertThat(log.getOut().lines().filter(line -> line.contains("shop is left alone")))
                .hasSize(1);
        assertThat(log.getOut().lines().filter(line -> line.contains("No call to shop now")))
                .isEmpty();
        assertThat(jdbc.sql("""
                        select count(*) from act_hi_job_log job
                          join act_hi_procinst process on process.proc_inst_id_ = job.process_instance_id_
                         where process.business_key_ in (:cases) and job.job_exception_msg_ like '%No call to shop now%'""").param("cases", cases).query(Long.class).single())
                .isZero();
    }

    /** While an approval was waited for, all was paid back by hand; that is not known yet when the goods are to leave. */
    @Test
    void goodsDoNotLeaveByWhatWasKnownOnceBecauseTheProviderIsBusy() {
        SandboxOrder order = world.copyOf("R-1007");
        String dear = lostParcel(order);
        EngineTask approval = desk.awaitTask(dear, "Approve remedy");
        world.refundByHand(order.paymentReference(), order.total());
        world.advance(Duration.ofMinutes(2));
        lostParcels(AT_A_TIME);
        answers.hold(Provider.STRIPE, "POST /v1/refunds");
        desk.turnStopSwitch(false);
        await("refunds under way")
                .atMost(PATIENCE)
                .until(() -> answers.waiting(Provider.STRIPE), now -> now == AT_A_TIME);

        desk.complete(approval, "lead", Map.of("approval", "approve"));
        await("the goods to be put back").atMost(PATIENCE).until(() -> isPutBack(dear, "replacement"));
        assertThat(world.shipments(dear)).isEmpty();
        answers.release();
        desk.awaitTask(dear, "Resolve by hand");
        assertThat(world.shipments(dear)).isEmpty();
        assertThat(world.refunds(dear)).isEmpty();
    }

    private boolean isPutBack(String number, String process) {
        return jdbc.sql("""
                        select exists (
                          select from act_ru_job job join act_hi_procinst process
                                   on process.proc_inst_id_ = job.process_instance_id_
                           where process.business_key_ = :case and process.proc_def_key_ = :process
                             and job.duedate_ is not null and job.retries_ > 0 and job.lock_owner_ is null)""")
                .param("case", number)
                .param("process", process)
                .query(Boolean.class)
                .single();
    }

    private List<String> lostParcels(int count) {
        List<String> cases = IntStream.range(0, count)
                .mapToObj(index -> lostParcel(world.copyOf("R-1001")))
                .collect(Collectors.toList());
        cases.forEach(number -> desk.awaitStatus(number, "making_good"));
        return cases;
    }

    private String lostParcel(SandboxOrder order) {
        return desk.file(aComplaint()
                        .claiming("not_received")
                        .aboutOrder(order.number())
                        .from(order.customer().email()))
                .caseNumber();
    }

    /** Whoever waits comes back within a minute or two. */
    private void eachIsMadeGoodOnce(List<String> cases) {
        await("all to be made good")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    world.advance(Duration.ofSeconds(20));
                    return cases.stream()
                            .allMatch(number -> desk.read(number).status().equals("waiting_for_follow_up"));
                });
        assertThat(count(cases, "refund", "settled")).isEqualTo(cases.size());
        assertThat(count(cases, "replacement", "settled")).isEqualTo(cases.size());
        assertThat(cases)
                .allSatisfy(number -> assertThat(world.refunds(number)).hasSize(1))
                .allSatisfy(number -> assertThat(world.shipments(number)).hasSize(1));
    }

    private String figures() {
        return desk.client("manager")
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class);
    }

    private String health() {
        return desk.client("lead")
                .get()
                .uri("/actuator/health")
                .retrieve()
                .body(JsonNode.class)
                .at("/components/providers/details/shop")
                .asText();
    }

    private long count(List<String> cases, String kind, String status) {
        return jdbc.sql("select count(*) from redress.remedy where case_number in (:cases) and kind = :kind"
                        + " and status = :status")
                .param("cases", cases)
                .param("kind", kind.toUpperCase(Locale.ROOT))
                .param("status", status.toUpperCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    /** How many attempts the cases' steps have used up, whatever for. */
    private long attemptsUsed(List<String> cases) {
        return jdbc.sql("""
                        select coalesce(sum(failed.outages + failed.faults), 0) from redress.job_failure failed
                          join act_ru_job job on job.id_ = failed.job_id
                          join act_hi_procinst process on process.proc_inst_id_ = job.process_instance_id_
                         where process.business_key_ in (:cases)""").param("cases", cases).query(Long.class).single();
    }

    /** The same for those whose replacement the warehouse was not asked for, in one look. */
    private long attemptsUsedByUnsent(List<String> cases) {
        return jdbc.sql("""
                        select count(*) from redress.job_failure failed
                          join act_ru_job job on job.id_ = failed.job_id
                          join act_hi_procinst process on process.proc_inst_id_ = job.process_instance_id_
                          join redress.remedy remedy on remedy.case_number = process.business_key_
                         where process.business_key_ in (:cases) and remedy.kind = 'REPLACEMENT'
                           and remedy.status = 'APPROVED' and failed.outages > 0""").param("cases", cases).query(Long.class).single();
    }
}
