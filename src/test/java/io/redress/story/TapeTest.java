package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.Evaluation;
import io.redress.redesign.tape.OutsideAnswer;
import io.redress.redesign.tape.Tape;
import io.redress.redesign.tape.TapeEntry;
import io.redress.redesign.tape.TapedDecision;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tape of a case has enough to decide it again, and nothing about the person. */
@SandboxTest
class TapeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The tables that a step of a diagram is. */
    private static final Set<String> OF_DIAGRAMS = Set.of("triage", "remedy", "authority", "compensation");

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    private Tape tape;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    /** Whatever is complained of in whatever order: its facts alone, at a table that knows nothing else, fire the same rows. */
    @Test
    void everyDecisionIsMadeAgainByItsFactsAlone() {
        FreshTables tables = new FreshTables(repository);
        List<String> claims = List.of("not_received", "billed_twice", "defective", "wrong_item", "late");
        List<String> cases = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            SandboxOrder order = world.copyOf("R-10%02d".formatted(number));
            cases.add(desk.file(about(order, claims.get(number % 5))).caseNumber());
            cases.add(desk.file(about(world.copyOf("R-10%02d".formatted(number)), claims.get((number + 1) % 5)))
                    .caseNumber());
        }

        cases.forEach(this::awaitRest);

        List<TapedDecision> decisions = cases.stream().flatMap(this::decisions).toList();
        assertThat(decisions)
                .extracting(taped -> taped.evaluation().table())
                .contains("triage", "remedy", "authority")
                .contains("compensation", "wayBack", "serviceLevel", "legalDeadline");
        assertThat(decisions).allSatisfy(taped -> assertThat(tables.fired(taped.evaluation()))
                .as("%s", taped)
                .isEqualTo(FreshTables.comparable(taped.evaluation().rows())));
    }

    @Test
    void everyTransactionThatDecidedOrAskedLeavesOneRowAndEveryDecisionOfTheDiagramIsOnIt() {
        Filed filed = desk.file(about(world.copyOf("R-1003"), "defective"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(jdbc.sql("select count(*) - count(distinct xmin::text) from redress.tape where case_number = :case")
                        .param("case", filed.caseNumber())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(decisions(filed.caseNumber())
                        .filter(taped -> OF_DIAGRAMS.contains(taped.evaluation().table()))
                        .map(taped -> taped.step().element()))
                .containsExactlyInAnyOrderElementsOf(businessRules(filed.caseNumber()))
                .contains("businessRuleTask_checkAuthority");
        assertThat(decisions(filed.caseNumber()))
                .as("a called process's own step")
                .anySatisfy(taped -> assertThat(String.valueOf(taped.step()))
                        .matches("goodwill:\\d+:businessRuleTask_checkAuthority"));
    }

    @Test
    void answersFromOutsideAreThereByTheirKeys() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(about(order, "not_received"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        SandboxRefund refund = world.refunds(filed.caseNumber()).get(0);
        assertThat(answers(filed.caseNumber(), "shop"))
                .extracting(OutsideAnswer::about)
                .containsOnly(Map.of("order", order.number()));
        assertThat(answers(filed.caseNumber(), "carrier")).singleElement().satisfies(answer -> assertThat(
                        answer.answers().get(0))
                .containsEntry("state", "DELIVERED")
                .containsEntry("signed", false));
        assertThat(answers(filed.caseNumber(), "payments"))
                .filteredOn(answer -> answer.call().equals("refund"))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.step().element()).isEqualTo("serviceTask_refundPayment");
                    assertThat(answer.about())
                            .containsEntry("payment", order.paymentReference())
                            .containsEntry("amount", "109.70 EUR")
                            .containsEntry("remedy", refund.idempotencyKey());
                    assertThat(answer.answers().get(0)).containsEntry("id", refund.id());
                });
        assertThat(answers(filed.caseNumber(), "warehouse"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.answers().get(0)).containsEntry("accepted", true));
    }

    @Test
    void whatIsAskedOutsideOfADiagramIsThereWithoutAStep() {
        Filed filed = desk.file(about(world.copyOf("R-1004"), "not_received")
                .from("somebody.else@customer.example")
                .sentBy("stranger"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(answers(filed.caseNumber(), "carrier")).isEmpty();

        desk.correct(filed.caseNumber(), "handler", Map.of("confirmed", true, "reason", "Checked the passport"), 200);

        assertThat(answers(filed.caseNumber(), "carrier")).isNotEmpty().allSatisfy(answer -> assertThat(answer.step())
                .isNull());
    }

    @Test
    void aStepThatFailsLeavesNothingOfWhatItsJobDecidedAndAsked() {
        world.failAt("businessRuleTask_checkAuthority", 1);

        Filed filed = desk.file(about(world.copyOf("R-1001"), "not_received"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(jdbc.sql("""
                        select count(*) from act_hi_job_log l join act_hi_procinst p on p.proc_inst_id_ = l.process_instance_id_
                         where p.business_key_ = :case and l.job_state_ = 1""")
                        .param("case", filed.caseNumber())
                        .query(Integer.class)
                        .single())
                .as("jobs that failed")
                .isPositive();
        assertThat(decisions(filed.caseNumber()).map(taped -> taped.evaluation().table()))
                .containsOnlyOnce("triage", "remedy");
        assertThat(answers(filed.caseNumber(), "shop")).hasSize(1);
    }

    @Test
    void nothingAboutThePersonIsOnIt() {
        SandboxOrder copy = world.copyOf("R-1003");
        JsonNode order = world.order(copy.number());
        String words = "The set in the Quillfeather parlour hisses at my aunt Xanthippe.";

        Filed filed = desk.file(about(copy, "defective").saying(words).with("subject", "Hissing parlour set"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(answers(filed.caseNumber(), "labels"))
                .extracting(OutsideAnswer::call)
                .contains("buy", "pickUp"));

        List<String> personal = Stream.concat(
                        Stream.of(words, "Quillfeather", "parlour"),
                        Stream.of("/customer/name", "/customer/email", "/customer/phone", "/deliveryAddress/name")
                                .map(place -> order.at(place).asText()))
                .collect(Collectors.toCollection(ArrayList::new));
        Stream.of("street1", "city", "zip", "phone")
                .map(field -> order.at("/deliveryAddress/" + field).asText())
                .forEach(personal::add);
        personal.removeIf(String::isEmpty);
        assertThat(personal).hasSizeGreaterThan(7);
        assertThat(asStored(filed.caseNumber())).doesNotContainIgnoringCase(personal.toArray(String[]::new));
    }

    @Test
    void rowsAreNeitherChangedNorDeletedAndGoWithTheirCase() {
        Filed filed = desk.file(about(world.copyOf("R-1004"), "not_received"));
        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String other = "C-1999-%06d".formatted(System.nanoTime() % 1_000_000_000);
        jdbc.sql("""
                        insert into redress.complaint (case_number, version, channel, complainant_role, client, vouched,
                          customer_email, description, received_at, created_at, status, priority, team, round, question_open)
                        select :other, version, channel, complainant_role, client, vouched, customer_email, description,
                          received_at, created_at, status, priority, team, round, question_open
                          from redress.complaint where case_number = :case""").param("other", other).param("case", filed.caseNumber()).update();
        jdbc.sql("""
                        insert into redress.tape (case_number, at, tables, steps, decisions, answers)
                        select :other, at, tables, steps, decisions, answers from redress.tape where case_number = :case""").param("other", other).param("case", filed.caseNumber()).update();

        for (String change : List.of(
                "update redress.tape set at = at where case_number = :other",
                "delete from redress.tape where case_number = :other",
                "truncate redress.tape")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("other", other).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only added");
        }
        assertThat(tape.of(new CaseNumber(other))).hasSameSizeAs(tape.of(new CaseNumber(filed.caseNumber())));

        jdbc.sql("delete from redress.complaint where case_number = :other")
                .param("other", other)
                .update();
        assertThat(tape.of(new CaseNumber(other))).isEmpty();
    }

    @Test
    void theDecisionsOfATableInATimeAreReadWithoutTheOthers() {
        Instant before = desk.now();
        Filed filed = desk.file(about(world.copyOf("R-1001"), "not_received"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        Instant at = tape.of(new CaseNumber(filed.caseNumber())).stream()
                .filter(entry -> entry.decisions().stream()
                        .anyMatch(taped -> taped.evaluation().table().equals("remedy")))
                .map(TapeEntry::at)
                .findFirst()
                .orElseThrow();

        assertThat(remedies(filed, before, desk.now().plusSeconds(1)))
                .singleElement()
                .satisfies(remedy -> {
                    assertThat(remedy.table()).isEqualTo("remedy");
                    assertThat(remedy.facts())
                            .containsEntry("verdict", "automatic")
                            .containsEntry("moneyOwed", true);
                    assertThat(remedy.rows()).singleElement().satisfies(row -> assertThat(row.outputs())
                            .containsEntry("outcome", "upheld")
                            .containsEntry("replacement", true));
                });
        assertThat(remedies(filed, at, at.plusMillis(1))).hasSize(1);
        assertThat(remedies(filed, before, at)).isEmpty();
    }

    private List<Evaluation> remedies(Filed filed, Instant from, Instant to) {
        List<Evaluation> found = new ArrayList<>();
        tape.decisions("remedy", from, to, decision -> {
            if (decision.caseNumber().value().equals(filed.caseNumber())) {
                found.add(decision.evaluation());
            }
        });
        return found;
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email())
                .named(order.customer().name())
                .speaking("en");
    }

    /** Waits until the case needs a person, or nobody any more, and the engine has nothing left to do for it now. */
    private void awaitRest(String caseNumber) {
        await("rest of " + caseNumber).atMost(PATIENCE).until(() -> isAtRest(caseNumber));
    }

    private boolean isAtRest(String caseNumber) {
        boolean decided = desk.read(caseNumber).status().equals("waiting_for_follow_up")
                || !desk.tasksOf(caseNumber).isEmpty();
        return decided
                && jdbc.sql("""
                        select not exists (
                          select from act_ru_job j join act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                           where p.business_key_ = :case and (j.duedate_ is null or j.duedate_ <= :now))""")
                        .param("case", caseNumber)
                        .param("now", Timestamp.from(desk.now()))
                        .query(Boolean.class)
                        .single();
    }

    private Stream<TapedDecision> decisions(String caseNumber) {
        return tape.of(new CaseNumber(caseNumber)).stream().flatMap(entry -> entry.decisions().stream());
    }

    private List<OutsideAnswer> answers(String caseNumber, String system) {
        return tape.of(new CaseNumber(caseNumber)).stream()
                .flatMap(entry -> entry.answers().stream())
                .filter(answer -> answer.system().equals(system))
                .toList();
    }

    private String asStored(String caseNumber) {
        return jdbc.sql("select string_agg(tape::text, ' ') from redress.tape where case_number = :case")
                .param("case", caseNumber)
                .query(String.class)
                .single();
    }

    private List<String> businessRules(String caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(HistoricProcessInstance::getId)
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityType("businessRuleTask")
                        .finished()
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
