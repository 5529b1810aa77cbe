package io.redress.story;

import static io.redress.answer.Answers.read;
import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.GoodwillCodesImported;
import io.redress.answer.ProblemDocument;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Goodwill for those whom we let wait: from the shop's codes, within the month's budget, within somebody's authority. */
@SandboxTest
class LateGoodwillTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void lateAnswersComeWithACodeForOneAndACreditWhereNoCodeIsLeft() {
        String code = "SORRY-" + UUID.randomUUID();
        assertThat(read(importCode("manager", code, "EUR", "5.00"), GoodwillCodesImported.class)
                        .added())
                .isEqualTo(1);
        List<SandboxOrder> orders = List.of(world.copyOf("R-1004"), world.copyOf("R-1004"));
        List<Filed> both = late(orders);

        both.forEach(filed -> desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up"));

        assertThat(both).flatExtracting(this::goodwill).containsExactlyInAnyOrder("settled 5.00", "settled 3.00");
        assertThat(orders.stream().flatMap(order -> desk.mails(email(order), code).stream()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Voucher", "€5.00 off your next order"));
        assertThat(both).allSatisfy(filed -> assertThat(world.refunds(filed.caseNumber()))
                .hasSize(1));
        desk.awaitAlert("manager", "Goodwill codes: code, EUR");
    }

    @Test
    void beyondTheMonthsBudgetNothingIsGivenOnTopAndWhatIsDueIs() {
        List<Filed> both = late(List.of(world.copyOf("S-2001"), world.copyOf("S-2001")));

        both.forEach(filed -> desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up"));

        assertThat(both).flatExtracting(this::goodwill).containsExactly("settled 1.70");
        assertThat(both).allSatisfy(filed -> assertThat(world.refunds(filed.caseNumber()))
                .hasSize(1));
        assertThat(both)
                .flatExtracting(filed -> desk.timeline(filed.caseNumber()))
                .extracting(TimelineItem::kind)
                .containsOnlyOnce("goodwill_budget_spent");
        desk.awaitAlert("manager", "Goodwill budget: GBP");
    }

    @Test
    void whatTakesTheCaseAboveALimitIsGivenByWhoMayAndRefusedWithoutHarm() {
        desk.advanceIntoWork(Duration.ZERO);
        List<Filed> both = Stream.of(world.copyOf("R-1007"), world.copyOf("R-1007"))
                .map(order -> desk.file(about(order, "not_received")))
                .toList();
        List<EngineTask> first = both.stream()
                .map(filed -> desk.awaitTask(filed.caseNumber(), "Approve remedy"))
                .toList();
        desk.letResolutionsBeLate(both.stream().map(Filed::caseNumber).toList());
        first.forEach(task -> desk.complete(task, "manager", Map.of("approval", "approve")));

        both.forEach(filed ->
                desk.awaitCase(filed.caseNumber(), complaint -> goodwill(filed).equals(List.of("proposed 124.95"))));
        EngineTask yes = desk.awaitTask(both.get(0).caseNumber(), "Approve remedy");
        EngineTask no = desk.awaitTask(both.get(1).caseNumber(), "Approve remedy");
        desk.complete(yes, "manager", Map.of("approval", "approve"));
        desk.complete(no, "manager", Map.of("approval", "refuse", "approvalReason", "Enough was done."));

        both.forEach(filed -> desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up"));
        assertThat(goodwill(both.get(0))).containsExactly("settled 124.95");
        assertThat(goodwill(both.get(1))).containsExactly("superseded 124.95");
        assertThat(both)
                .allSatisfy(filed ->
                        assertThat(desk.read(filed.caseNumber()).outcome()).isEqualTo("upheld"));
    }

    @Test
    void onlyManagersImportCodesAndAWrongOneLeavesAllOfThemOut() {
        String code = "TWICE-" + UUID.randomUUID();
        assertThat(read(importCode("lead", code, "EUR", "5.00"), ProblemDocument.class)
                        .status())
                .isEqualTo(403);
        ProblemDocument wrong = read(
                send(
                        "manager",
                        MediaType.valueOf("text/csv"),
                        "code,kind,currency,amount,expiresAt\n%s,voucher,CHF,5.00,\nA B,gift,EUR,1.005,yesterday\n"
                                .formatted(code)),
                ProblemDocument.class);
        assertThat(wrong.fields()).containsExactly("codes[1].code", "codes[1].kind", "codes[1].expiresAt");
        GoodwillCodesImported right = read(
                send(
                        "manager",
                        MediaType.valueOf("text/csv"),
                        "code,kind,currency,amount\n%s,voucher,CHF,3.00\n%s,free_delivery,,\n"
                                .formatted(code, code + "-F")),
                GoodwillCodesImported.class);
        assertThat(right.added()).isEqualTo(2);
        GoodwillCodesImported again = read(importCode("manager", code, "CHF", "3.00"), GoodwillCodesImported.class);
        assertThat(again.added()).isZero();
        assertThat(again.known()).containsExactly(code);
    }

    /** Complaints that nobody looks at until the promised day has passed, and that are then found to be right. */
    private List<Filed> late(List<SandboxOrder> orders) {
        desk.advanceIntoWork(Duration.ZERO);
        List<Filed> filed = orders.stream()
                .map(order -> desk.file(about(order, "wrong_item")))
                .toList();
        filed.forEach(one -> desk.awaitTask(one.caseNumber(), "Verify complaint"));
        desk.letResolutionsBeLate(filed.stream().map(Filed::caseNumber).toList());
        filed.forEach(one -> confirm(one, "refund"));
        return filed;
    }

    private String importCode(String login, String code, String currency, String amount) {
        return send(
                login,
                MediaType.APPLICATION_JSON,
                "{\"codes\": [{\"code\": \"%s\", \"currency\": \"%s\", \"amount\": \"%s\", \"expiresAt\": \"%s\"}]}"
                        .formatted(
                                code, currency, amount, world.clock().instant().plus(Duration.ofDays(365))));
    }

    private String send(String login, MediaType type, String body) {
        return desk.client(login)
                .post()
                .uri("/api/goodwill-codes")
                .contentType(type)
                .body(body)
                .retrieve()
                .body(String.class);
    }

    private void confirm(Filed filed, String choice) {
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String who = task.assignee() == null ? "lead" : task.assignee();
        desk.complete(task, who, Map.of("verdict", "confirmed", "remedyChoice", choice));
    }

    private List<String> goodwill(Filed filed) {
        return desk.remedies(filed.caseNumber(), "goodwill").stream()
                .map(remedy -> remedy.status() + " " + remedy.amount())
                .toList();
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(email(order))
                .speaking("en-US");
    }

    private static String email(SandboxOrder order) {
        return order.customer().email();
    }
}
