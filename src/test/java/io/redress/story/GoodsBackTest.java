package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Clock;
import io.redress.answer.Complaint.Remedy;
import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.engine.EngineVariable;
import io.redress.answer.sandbox.ReturnLabel;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.mending.standstill.process.StandstillWatchNow;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.easypost.ParcelFate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Goods that are paid back come back, are kept on purpose, or their money waits for them. */
@SandboxTest
class GoodsBackTest {

    private SandboxDriver world;
    private Desk desk;
    private StandstillWatchNow watch;

    @Autowired
    void enter(SandboxDriver world, ApplicationContext application) {
        this.world = world;
        this.desk = new Desk(world);
        this.watch = new StandstillWatchNow(application);
    }

    @Test
    void laptopThatIsPaidBackAsDefectiveIsAskedBackAtOnceAndItsCableIsKept() {
        SandboxOrder order = order(item("LAPTOP", 1, "2499.00"), item("CABLE", 1, "9.90"));
        Filed filed = decided(order, "defective", Map.of("remedyChoice", "refund"));
        desk.complete(desk.awaitTask(filed.caseNumber(), "Approve remedy"), "lead", Map.of("approval", "approve"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(filed)).as("the fault is ours").isEqualByComparingTo("2508.90");
        label(filed);
        SandboxMail decision = desk.awaitMail(address(order), "You may keep");
        assertThat(decision.text()).contains("CABLE").doesNotContain("1 × LAPTOP we ask");
        assertThat(texts(filed, "return_way"))
                .anyMatch(text -> text.contains("LAPTOP") && text.contains("label"))
                .anyMatch(text -> text.contains("CABLE") && text.contains("keep"));
    }

    @Test
    void moneyForAChangeOfMindWaitsForTheGoodsByPieceAndIsPaidOnReceipt() {
        SandboxOrder order = order(item("BOOTS", 1, "80.00"), item("LACES", 1, "9.90"));
        Filed filed = decided(order, "other", Map.of("remedyChoice", "refund"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(filed)).as("what is not worth the way does not wait").isEqualByComparingTo("9.90");
        assertThat(desk.awaitMail(address(order), "80.00").text())
                .contains("as soon as the goods are with us")
                .doesNotContain("80.00 EUR, on its way");
        watch.look();
        assertThat(desk.tasks(filed.caseNumber(), "Mend case"))
                .as("money that waits for goods is not forgotten")
                .isEmpty();
        world.providers().parcels().turn(code(filed), ParcelFate.DELIVERED);
        desk.complete(passTimeUntilTask(filed, "Receive goods"), "handler", Map.of("condition", "as_described"));

        desk.awaitMail(address(order), "What you sent back is with us");
        assertThat(paid(filed)).isEqualByComparingTo("89.90");
    }

    @Test
    void deductionIsFairApprovedByAnotherPersonAndToldToTheCustomer() {
        SandboxOrder order = order(item("DRILL", 1, "150.00"));
        Filed filed = desk.file(about(order, "other"));
        desk.complete(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "lead", refund());
        label(filed);
        assertThat(report(
                        filed,
                        Map.of(
                                "condition",
                                "used",
                                "pieces",
                                List.of(Map.of("line", 7, "quantity", 1, "condition", "used")))))
                .isEqualTo(400);
        assertThat(report(
                        filed,
                        Map.of(
                                "condition",
                                "used",
                                "pieces",
                                List.of(Map.of("line", 1, "quantity", 2, "condition", "used")))))
                .isEqualTo(400);
        assertThat(report(filed, Map.of("condition", "used"))).isEqualTo(202);
        EngineTask assess = passTimeUntilTask(filed, "Assess goods");

        assertThat(refused(assess, "lead", deduct("150.01", "Worn"))).contains("Only EUR 150.00 waits");
        assertThat(refused(assess, "lead", deduct("0", "Worn"))).contains("how much is kept back");
        assertThat(refused(assess, "lead", deduct("1e2", "Worn"))).contains("deduction");
        assertThat(refused(assess, "lead", Map.of("returnChoice", "deduct", "deduction", "60")))
                .contains("the customer reads it");
        assertThat(refused(assess, "lead", Map.of("returnChoice", "close"))).contains("the money waits for it");
        desk.complete(assess, "lead", deduct("60", "The chuck is worn out."));
        EngineTask approve = desk.awaitTask(filed.caseNumber(), "Approve deduction");
        assertThat(desk.claim(approve, "lead").getBody()).as("four eyes").contains("Nobody approves");
        assertThat(desk.client("lead")
                        .post()
                        .uri("/engine-rest/task/{id}/resolve", approve.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("variables", Map.of("approval", Map.of("value", "approve"))))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        desk.complete(approve, "lead2", Map.of("approval", "refuse", "approvalReason", "Sixty is too much."));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Assess goods"), "lead", deduct("55,50", "The chuck is worn out."));
        assertThat(paid(filed)).isEqualByComparingTo("0");
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Approve deduction"), "manager", Map.of("approval", "approve"));

        assertThat(desk.awaitMail(address(order), "We keep back").text())
                .contains("55.50", "The chuck is worn out.", "94.50");
        assertThat(paid(filed)).isEqualByComparingTo("94.50");
    }

    @Test
    void nothingIsKeptBackForOurFaultButForPiecesThatDidNotCome() {
        SandboxOrder order = order(item("CHAIR", 2, "70.00"));
        Filed filed = decided(
                order, "defective", Map.of("remedyChoice", "refund", "goodsBack", "label", "payWhen", "on_receipt"));
        label(filed);
        assertThat(paid(filed)).isEqualByComparingTo("0");
        assertThat(report(
                        filed,
                        Map.of(
                                "condition",
                                "damaged",
                                "pieces",
                                List.of(Map.of("line", 1, "quantity", 1, "condition", "damaged")))))
                .isEqualTo(202);
        EngineTask assess = passTimeUntilTask(filed, "Assess goods");

        assertThat(refused(assess, deduct("70.01", "Scratched"))).contains("no more is kept back than the price");
        desk.complete(assess, "handler", deduct("50", "One chair did not come."));

        desk.awaitMail(address(order), "One chair did not come.");
        assertThat(paid(filed)).isEqualByComparingTo("90.00");
    }

    @Test
    void moneyForGoodsThatNeverCameIsNotPaidAndTheCustomerHearsIt() {
        SandboxOrder order = order(item("CAMERA", 1, "300.00"));
        Filed filed = decided(order, "service", Map.of("remedyChoice", "refund"));
        world.providers().parcels().turn(code(filed), ParcelFate.PRE_TRANSIT);
        world.advance(Duration.ofDays(22));
        desk.complete(passTimeUntilTask(filed, "Goods never came"), "handler", Map.of("returnChoice", "close"));

        assertThat(desk.awaitMail(address(order), "has not reached us.").text()).contains("nothing that we pay back");
        assertThat(paid(filed)).isEqualByComparingTo("0");
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("superseded");
    }

    @Test
    void replacementThatAHandlerChoosesIsFetchedAsTheAutomaticOneWhateverWasClaimed() {
        SandboxOrder order = world.copyOf("R-1003");
        Filed filed = desk.file(about(order, "late"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.complete(
                verify,
                verify.assignee() == null ? "handler2" : verify.assignee(),
                Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "replacement"));

        desk.awaitEntry(filed.caseNumber(), "return_way", "pick up");
        assertThat(desk.awaitMail(address(order), "postage_label").text()).contains("picks up");
    }

    @Test
    void whatIsOnItsWayIsShownAndNotSentAgainAsProposed() {
        SandboxOrder order = world.copyOf("R-1003");
        Filed filed = desk.file(about(order, "defective"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        label(filed);
        world.advance(Duration.ofDays(6));
        desk.awaitCase(filed.caseNumber(), complaint -> feedback(filed, Map.of("resolved", false, "score", 2)) < 300);
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(caseFile(verify))
                .contains("\"onTheWay\":[{\"what\":\"Replacement\"", "\"what\":\"Return\"", "TV-OLED-48");
        assertThat(refused(
                        verify,
                        "lead",
                        Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "as_proposed")))
                .contains("sent again before");
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
        desk.complete(verify, "lead", Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "apology"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
    }

    @Test
    void choiceOfAPersonGoesBeforeTheTableAndIsRefusedWhereItMakesNoSense() {
        SandboxOrder order = order(item("MIXER", 1, "120.00"));
        Filed filed = desk.file(about(order, "defective"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");

        assertThat(refused(verify, refund("goodsBack", "boat"))).contains("label, pick_up, keep");
        assertThat(refused(verify, refund("payWhen", "later"))).contains("now, on_receipt");
        assertThat(refused(verify, refund("goodsBack", "keep", "payWhen", "on_receipt")))
                .contains("cannot wait");
        desk.complete(verify, "handler", refund("goodsBack", "keep"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(filed)).isEqualByComparingTo("120.00");
        assertThat(texts(filed, "return_way")).anyMatch(text -> text.contains("keep") && text.contains("handler"));
        assertThat(texts(filed, "return_arranged")).isEmpty();
    }

    @Test
    void partOfThePriceLeavesTheGoodsAndLostGoodsAreNotAskedFor() {
        SandboxOrder order = order(item("SOFA", 1, "900.00"));
        Filed reduced = decided(order, "defective", Map.of("remedyChoice", "refund", "refundAmount", "90"));
        Filed lost = decided(order(item("SOFA", 1, "90.00")), "incomplete", Map.of("remedyChoice", "refund"));

        desk.awaitStatus(reduced.caseNumber(), "waiting_for_follow_up");
        desk.awaitStatus(lost.caseNumber(), "waiting_for_follow_up");
        assertThat(paid(reduced)).isEqualByComparingTo("90");
        assertThat(paid(lost)).isEqualByComparingTo("90.00");
        assertThat(texts(reduced, "return_arranged")).isEmpty();
        assertThat(texts(lost, "return_arranged")).isEmpty();
    }

    @Test
    void timeThatTheLawGivesForAWaitingRefundRunsFromWhenTheGoodsAreSent() {
        SandboxOrder order = world.copyOf("S-2001");
        Filed filed = decided(order, "other", Map.of("remedyChoice", "refund"));
        String code = code(filed);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(agreedRefund(filed)).as("may be withheld").isEmpty();

        world.providers().parcels().turn(code, ParcelFate.IN_TRANSIT);
        passTimeUntil("the law's time", () -> agreedRefund(filed).contains("running"));
        assertThat(paid(filed)).isEqualByComparingTo("0");
        assertThat(report(filed, Map.of("condition", "as_described"))).isEqualTo(202);

        desk.awaitMail(address(order), "What you sent back is with us");
        assertThat(paid(filed)).isEqualByComparingTo("34.00");
        assertThat(agreedRefund(filed)).containsExactly("met");
    }

    @Test
    void waitingRefundIsLetGoWhereTheComplaintIsTakenBackBeforeTheGoodsAreSent() {
        Filed filed = decided(order(item("TENT", 1, "200.00")), "other", Map.of("remedyChoice", "refund"));
        world.providers().parcels().turn(code(filed), ParcelFate.PRE_TRANSIT);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/withdrawal", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "I keep it"))
                .retrieve()
                .toBodilessEntity();
        desk.awaitStatus(filed.caseNumber(), "withdrawn");
        assertThat(statuses(filed, "refund"))
                .as("they could have been on their way")
                .containsExactly("approved");

        passTimeUntil("the refund is let go", () -> statuses(filed, "refund").equals(List.of("superseded")));
        assertThat(paid(filed)).isEqualByComparingTo("0");
    }

    @Test
    void whatTheWarehouseHasOfAReplacementIsSentAndTheRestIsPaidBack() {
        SandboxOrder order = order(item("CUP-BLUE", 3, "12.50"), item("PLATE-BLUE", 1, "20.00"));
        world.providers().shop().stock("CUP-BLUE", 2);
        Filed filed = decided(order, "incomplete", Map.of("remedyChoice", "as_proposed"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(filed)).isEqualByComparingTo("12.50");
        assertThat(statuses(filed, "replacement")).contains("settled").doesNotContain("approved", "sent", "unknown");
        assertThat(world.providers().shop().stock("CUP-BLUE")).isZero();
        assertThat(desk.tasksOf(filed.caseNumber())).isEmpty();
    }

    private Filed decided(SandboxOrder order, String claim, Map<String, String> choice) {
        Filed filed = desk.file(about(order, claim));
        verify(filed, choice);
        return filed;
    }

    private void verify(Filed filed, Map<String, String> choice) {
        Map<String, String> form = new HashMap<>(Map.of("verdict", "confirmed", "cause", "value"));
        form.putAll(choice);
        desk.complete(desk.awaitTask(filed.caseNumber(), "Verify complaint"), "handler", form);
    }

    private static Map<String, String> refund(String... more) {
        Map<String, String> form =
                new HashMap<>(Map.of("verdict", "confirmed", "cause", "value", "remedyChoice", "refund"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static Map<String, String> deduct(String amount, String reason) {
        return Map.of("returnChoice", "deduct", "deduction", amount, "deductionReason", reason);
    }

    private String refused(EngineTask task, Map<String, String> form) {
        return refused(task, "handler", form);
    }

    private String refused(EngineTask task, String login, Map<String, String> form) {
        desk.claim(task, login);
        ResponseEntity<String> answer = desk.submit(task, login, form);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        return answer.getBody();
    }

    private String caseFile(EngineTask task) {
        return desk.client("lead")
                .get()
                .uri("/engine-rest/task/{id}/localVariables/caseFile?deserializeValue=false", task.id())
                .retrieve()
                .body(EngineVariable.class)
                .value();
    }

    private static String item(String sku, int quantity, String price) {
        return "{\"sku\": \"%s\", \"description\": \"%s\", \"quantity\": %d, \"unitPrice\": \"%s\"}"
                .formatted(sku, sku, quantity, price);
    }

    private SandboxOrder order(String... items) {
        return world.place("""
                {"order": {"customer": {"name": "Ida Back", "email": "ida.back%d@example.com", "locale": "en"},
                           "items": [%s]},
                 "parcels": [{"state": "delivered"}]}""".formatted(System.nanoTime(), String.join(",", items)));
    }

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        ComplaintDraft draft = aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(address(order))
                .speaking("en");
        return draft.with(
                "affectedItems",
                order.items().stream()
                        .map(item -> Map.of("sku", item.sku(), "quantity", item.quantity()))
                        .toList());
    }

    private static String address(SandboxOrder order) {
        return order.customer().email();
    }

    /** What was paid back in a case. */
    private BigDecimal paid(Filed filed) {
        return world.refunds(filed.caseNumber()).stream()
                .filter(refund -> refund.status().equals("succeeded"))
                .map(refund -> new BigDecimal(refund.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> statuses(Filed filed, String kind) {
        return desk.remedies(filed.caseNumber(), kind).stream()
                .map(Remedy::status)
                .toList();
    }

    /** The states of the clock that British law puts on a refund that was agreed. */
    private List<String> agreedRefund(Filed filed) {
        return desk.read(filed.caseNumber()).clocks().stream()
                .filter(clock -> clock.toString().contains("Agreed refund"))
                .map(Clock::state)
                .toList();
    }

    private List<String> texts(Filed filed, String kind) {
        return desk.timeline(filed.caseNumber()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(TimelineItem::text)
                .toList();
    }

    private String code(Filed filed) {
        return label(filed).trackingCode();
    }

    /** The label by which goods of the case come back, once they are awaited. */
    private ReturnLabel label(Filed filed) {
        desk.awaitEntry(filed.caseNumber(), "return_arranged", "");
        return world.returnLabels(filed.caseNumber()).stream().findFirst().orElseThrow();
    }

    private int report(Filed filed, Map<String, Object> report) {
        return desk.client("system")
                .post()
                .uri("/api/complaints/{number}/returns", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(report)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int feedback(Filed filed, Map<String, Object> feedback) {
        return world.anybody()
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .post()
                .uri(filed.trackingUrl() + "/feedback")
                .contentType(MediaType.APPLICATION_JSON)
                .body(feedback)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private EngineTask passTimeUntilTask(Filed filed, String name) {
        passTimeUntil(name, () -> !desk.tasks(filed.caseNumber(), name).isEmpty());
        return desk.awaitTask(filed.caseNumber(), name);
    }

    /** A look that began before the clock moved comes again after half a day. */
    private void passTimeUntil(String what, Callable<Boolean> happened) {
        await(what)
                .atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    boolean done = happened.call();
                    if (!done) {
                        world.advance(Duration.ofHours(13));
                    }
                    return done;
                });
    }
}
