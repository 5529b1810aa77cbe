package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        assertThat(importCode("manager", code, "EUR", "5.00").path("added").asInt())
                .isEqualTo(1);
        List<JsonNode> orders = List.of(world.copyOf("R-1004"), world.copyOf("R-1004"));
        List<Filed> both = late(orders);

        both.forEach(filed -> desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up"));

        assertThat(both).flatExtracting(this::goodwill).containsExactlyInAnyOrder("settled 5.00", "settled 3.00");
        assertThat(orders.stream().flatMap(order -> desk.mails(email(order), code).stream()))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.path("text").asText()).contains("Voucher", "€5.00 off your next order"));
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
                .extracting(entry -> entry.path("kind").asText())
                .containsOnlyOnce("goodwill_budget_spent");
        desk.awaitAlert("manager", "Goodwill budget: GBP");
    }

    @Test
    void whatTakesTheCaseAboveALimitIsGivenByWhoMayAndRefusedWithoutHarm() {
        desk.advanceIntoWork(Duration.ZERO);
        List<Filed> both = Stream.of(world.copyOf("R-1007"), world.copyOf("R-1007"))
                .map(order -> desk.file(about(order, "not_received")))
                .toList();
        List<JsonNode> first = both.stream()
                .map(filed -> desk.awaitTask(filed.caseNumber(), "Approve remedy"))
                .toList();
        desk.letResolutionsBeLate(both.stream().map(Filed::caseNumber).toList());
        first.forEach(task -> desk.complete(task, "manager", Map.of("approval", "approve")));

        both.forEach(filed ->
                desk.awaitCase(filed.caseNumber(), complaint -> goodwill(filed).equals(List.of("proposed 124.95"))));
        JsonNode yes = desk.awaitTask(both.get(0).caseNumber(), "Approve remedy");
        JsonNode no = desk.awaitTask(both.get(1).caseNumber(), "Approve remedy");
        desk.complete(yes, "manager", Map.of("approval", "approve"));
        desk.complete(no, "manager", Map.of("approval", "refuse", "approvalReason", "Enough was done."));

        both.forEach(filed -> desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up"));
        assertThat(goodwill(both.get(0))).containsExactly("settled 124.95");
        assertThat(goodwill(both.get(1))).containsExactly("superseded 124.95");
        assertThat(both).allSatisfy(filed -> assertThat(
                        desk.read(filed.caseNumber()).path("outcome").asText())
                .isEqualTo("upheld"));
    }

    @Test
    void onlyManagersImportCodesAndAWrongOneLeavesAllOfThemOut() {
        String code = "TWICE-" + UUID.randomUUID();
        assertThat(importCode("lead", code, "EUR", "5.00").path("status").asInt())
                .isEqualTo(403);
        JsonNode wrong = send(
                "manager",
                MediaType.valueOf("text/csv"),
                "code,kind,currency,amount,expiresAt\n%s,voucher,CHF,5.00,\nA B,gift,EUR,1.005,yesterday\n"
                        .formatted(code));
        assertThat(wrong.path("errors"))
                .extracting(error -> error.path("field").asText())
                .containsExactly("codes[1].code", "codes[1].kind", "codes[1].expiresAt");
        JsonNode right = send(
                "manager",
                MediaType.valueOf("text/csv"),
                "code,kind,currency,amount\n%s,voucher,CHF,3.00\n%s,free_delivery,,\n".formatted(code, code + "-F"));
        assertThat(right.path("added").asInt()).isEqualTo(2);
        JsonNode again = importCode("manager", code, "CHF", "3.00");
        assertThat(again.path("added").asInt()).isZero();
        assertThat(again.path("known").get(0).asText()).isEqualTo(code);
    }

    /** Complaints that nobody looks at until the promised day has passed, and that are then found to be right. */
    private List<Filed> late(List<JsonNode> orders) {
        desk.advanceIntoWork(Duration.ZERO);
        List<Filed> filed = orders.stream()
                .map(order -> desk.file(about(order, "wrong_item")))
                .toList();
        filed.forEach(one -> desk.awaitTask(one.caseNumber(), "Verify complaint"));
        desk.letResolutionsBeLate(filed.stream().map(Filed::caseNumber).toList());
        filed.forEach(one -> confirm(one, "refund"));
        return filed;
    }

    private JsonNode importCode(String login, String code, String currency, String amount) {
        return send(
                login,
                MediaType.APPLICATION_JSON,
                "{\"codes\": [{\"code\": \"%s\", \"currency\": \"%s\", \"amount\": \"%s\", \"expiresAt\": \"%s\"}]}"
                        .formatted(
                                code, currency, amount, world.clock().instant().plus(Duration.ofDays(365))));
    }

    private JsonNode send(String login, MediaType type, String body) {
        return desk.client(login)
                .post()
                .uri("/api/goodwill-codes")
                .contentType(type)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
    }

    private void confirm(Filed filed, String choice) {
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String owner = task.path("assignee").asText("");
        String who = owner.isEmpty() || owner.equals("null") ? "lead" : owner;
        desk.complete(task, who, Map.of("verdict", "confirmed", "remedyChoice", choice));
    }

    private List<String> goodwill(Filed filed) {
        return desk.remedies(filed.caseNumber(), "goodwill").stream()
                .map(remedy -> remedy.path("status").asText() + " "
                        + remedy.path("amount").asText())
                .toList();
    }

    private static ComplaintDraft about(JsonNode order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.path("number").asText())
                .from(email(order))
                .speaking("en-US");
    }

    private static String email(JsonNode order) {
        return order.path("customer").path("email").asText();
    }
}
