package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.answer.Answers;
import io.redress.answer.Complaint;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.form.CaseFile;
import io.redress.answer.form.CaseFile.Proposal;
import io.redress.answer.form.CaseFile.Verification;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A verdict does what the handler saw that it would do, and nothing by silence. */
@SandboxTest
class ProposalTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void withoutAClaimNothingIsDecidedBySilence() {
        Filed filed = desk.file(about(world.copyOf("R-1002")));
        EngineTask task = verify(filed);
        Map<String, Object> verdict = Map.of("verdict", "confirmed", "cause", "system");
        for (String door : List.of("submit-form", "complete")) {
            ResponseEntity<String> refused = send(task, door, verdict);
            assertThat(refused.getStatusCode().value()).isEqualTo(400);
            assertThat(refused.getBody()).contains("\"claim\"", "Say what went wrong");
        }
        assertThat(verification(task).claimByFacts()).contains("billed twice");

        assertThat(send(task, "complete", with(verdict, "claim", "billed_twice"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.claim()).isEqualTo("billed_twice");
        assertThat(refunded(filed)).isEqualByComparingTo("74.95");
        assertThat(desk.timeline(filed.caseNumber()))
                .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo("claim_found"));
    }

    @Test
    void formShowsWhatEachClaimComesTo() {
        Filed filed = desk.file(about(world.copyOf("R-1008")));
        Verification shown = verification(verify(filed));

        assertThat(shown.claimByFacts()).contains("a parcel is lost");
        assertThat(proposed(shown, "confirmed not_received as_proposed").toString())
                .contains("Refund", "189.50 USD", "Replacement", "Mesh office chair", "Your parcel did not reach you");
        assertThat(proposed(shown, "confirmed late as_proposed").headline()).isEqualTo("Apology, no money");
        assertThat(proposed(shown, "confirmed defective refund").obstacle()).contains("not known which articles");
        assertThat(shown.lines()).hasSize(3).allSatisfy(line -> assertThat(line.label())
                .contains("left to give back"));
        assertThat(shown.deliveryFee()).isEqualTo("19.00 USD");
    }

    @Test
    void formShowsWhatBecomesOfGoodsThatTheCustomerHas() {
        Filed filed = desk.file(about(world.copyOf("R-1010")).claiming("defective"));
        Verification shown = verification(verify(filed));

        assertThat(proposed(shown, "confirmed defective refund").goods())
                .singleElement()
                .satisfies(goods -> assertThat(goods.way()).isEqualTo("Back by label"));
        assertThat(proposed(shown, "confirmed defective repair").goods()).isEmpty();
    }

    @Test
    void claimThatIsKnownIsCorrectedByTheHandler() {
        SandboxOrder order = world.copyOf("R-1002");
        Filed filed = desk.file(about(order).claiming("late"));
        EngineTask task = verify(filed);

        assertThat(send(task, "submit-form", Map.of("verdict", "confirmed", "claim", "billed_twice"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(refunded(filed)).isEqualByComparingTo("74.95");
        desk.awaitEntry(filed.caseNumber(), "claim_found", "billed_twice, and not late");
    }

    @Test
    void linesAndPiecesAreChosenAtBothDoors() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed one = desk.file(about(order));
        Filed other = desk.file(about(order).saying("The second cable has failed, too."));
        Map<String, Object> verdict =
                Map.of("verdict", "confirmed", "claim", "defective", "remedyChoice", "refund", "goodsBack", "keep");

        send(verify(one), "submit-form", with(verdict, "affectedLines", json("[{\"line\":2,\"quantity\":1}]")));
        desk.awaitStatus(one.caseNumber(), "waiting_for_follow_up");
        send(verify(other), "complete", with(verdict, "affectedLines", "[{\"line\":2,\"quantity\":1}]"));
        desk.awaitStatus(other.caseNumber(), "waiting_for_follow_up");

        assertThat(refunded(one)).isEqualByComparingTo("12.45");
        assertThat(refunded(other)).isEqualByComparingTo("12.45");
    }

    @Test
    void deliveryFeeThatIsTickedIsGivenBackToo() {
        Filed filed = desk.file(about(world.copyOf("R-1001")));

        send(
                verify(filed),
                "submit-form",
                Map.of(
                        "verdict",
                        "confirmed",
                        "claim",
                        "defective",
                        "remedyChoice",
                        "refund",
                        "goodsBack",
                        "keep",
                        "affectedLines",
                        json("[{\"line\":2,\"quantity\":2}]"),
                        "deliveryFee",
                        true));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(refunded(filed)).isEqualByComparingTo("29.80");
    }

    @Test
    void contradictionsAreRefusedByFieldAndNothingIsStored() {
        Filed filed = desk.file(about(world.copyOf("R-1001")));
        EngineTask task = verify(filed);
        Map<String, Object> verdict = Map.of("verdict", "confirmed", "claim", "wrong_item", "remedyChoice", "refund");
        String line = "[{\"line\":1,\"quantity\":1}]";

        refused(task, with(verdict, "affectedLines", "[{\"line\":7,\"quantity\":1}]"), "affectedLines", "no line 7");
        refused(task, with(verdict, "affectedLines", "[{\"line\":2,\"quantity\":3}]"), "affectedLines", "not 3");
        refused(
                task,
                with(with(verdict, "affectedLines", line), "affectedArticles", "HEADPHONES-BT"),
                "affectedLines",
                "not both");
        refused(task, with(verdict, "affectedLines", "[]"), "affectedLines", "at least one");
        refused(
                task,
                with(with(verdict, "affectedLines", line), "fees", "[\"Gift wrapping\"]"),
                "fees",
                "no further fees");
        refused(
                task,
                with(with(with(verdict, "affectedLines", line), "remedyChoice", "replacement"), "deliveryFee", true),
                "deliveryFee",
                "Nothing is paid back");
        refused(task, with(verdict, "claim", "stolen"), "claim", "Must be one of");
        Map<String, Object> apology = with(verdict, "remedyChoice", "apology");
        refused(task, with(apology, "refundAmount", "10.00"), "refundAmount", "Nothing is paid back");
        refused(task, with(apology, "goodsBack", "label"), "goodsBack", "nothing comes back");
        refused(
                task,
                with(
                        with(with(verdict, "affectedLines", line), "remedyChoice", "replacement"),
                        "payWhen",
                        "on_receipt"),
                "payWhen",
                "no money can wait");

        assertThat(desk.read(filed.caseNumber()).claim()).isNull();
        assertThat(desk.timeline(filed.caseNumber()))
                .noneSatisfy(entry -> assertThat(entry.kind()).isEqualTo("claim_found"));
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    @Test
    void whatWasGivenBackMeanwhileIsToldAndCounts() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(about(order).claiming("not_received"));
        EngineTask task = verify(filed);
        String answers = "confirmed not_received refund";
        Map<String, Object> verdict = Map.of(
                "verdict",
                "confirmed",
                "remedyChoice",
                "refund",
                "proposalShown",
                proposed(verification(task), answers).digest());
        byHand(order, "10.00");

        refused(task, verdict, "proposalShown", "EUR 55.85");
        assertThat(proposed(verification(task), answers).toString()).contains("55.85 EUR");
        assertThat(send(task, "complete", verdict).getStatusCode().value()).isEqualTo(204);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(refunded(filed)).isEqualByComparingTo("55.85");
    }

    private void byHand(SandboxOrder order, String amount) {
        world.anybody()
                .post()
                .uri("/sandbox/refunds")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("paymentReference", order.paymentReference(), "amount", amount))
                .retrieve()
                .toBodilessEntity();
    }

    @Test
    void whoeverSawOtherFiguresIsToldTheNewOnesOnce() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(about(order).claiming("not_received"));
        EngineTask task = verify(filed);
        Map<String, Object> verdict =
                Map.of("verdict", "confirmed", "remedyChoice", "refund", "proposalShown", "not shown");

        ResponseEntity<String> first = send(task, "submit-form", verdict);
        assertThat(first.getStatusCode().value()).isEqualTo(400);
        assertThat(first.getBody()).contains("proposalShown", "could not show it before: Refund EUR 65.85");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();

        assertThat(send(task, "submit-form", verdict).getStatusCode().value()).isEqualTo(204);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(refunded(filed)).isEqualByComparingTo("65.85");
    }

    @Test
    void whatWasShownIsDoneAtOnce() {
        Filed filed = desk.file(about(world.copyOf("R-1004")).claiming("not_received"));
        EngineTask task = verify(filed);
        String digest =
                proposed(verification(task), "confirmed not_received refund").digest();

        assertThat(send(
                                task,
                                "complete",
                                Map.of("verdict", "confirmed", "remedyChoice", "refund", "proposalShown", digest))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void contactPutInWithTheVerdictIsConfirmedOrItWaits() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(about(order).claiming("not_received"));
        EngineTask task = verify(filed);
        Map<String, Object> verdict = Map.of(
                "verdict",
                "confirmed",
                "remedyChoice",
                "refund",
                "correctedEmail",
                "somebody.else@example.org",
                "correctedReason",
                "Said on the phone");

        refused(task, verdict, "correctedConfirmed", "is not the contact that the order knows");
        assertThat(desk.read(filed.caseNumber()).customer().email())
                .isEqualTo(order.customer().email());
        assertThat(send(task, "submit-form", with(verdict, "correctedConfirmed", true))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    private void refused(EngineTask task, Map<String, Object> form, String field, String words) {
        ResponseEntity<String> answer = send(task, "submit-form", form);
        assertThat(answer.getStatusCode().value()).as(form.toString()).isEqualTo(400);
        assertThat(answer.getBody()).contains("\"" + field + "\"", words);
    }

    private EngineTask verify(Filed filed) {
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");
        return task;
    }

    private Verification verification(EngineTask task) {
        return Answers.read(desk.caseFile(task, "handler"), CaseFile.class).verification();
    }

    private static Proposal proposed(Verification verification, String answers) {
        return verification.proposals().stream()
                .filter(proposal -> proposal.answers().contains(answers))
                .findFirst()
                .orElseThrow();
    }

    private ResponseEntity<String> send(EngineTask task, String door, Map<String, Object> form) {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(
                name,
                value instanceof JsonText text
                        ? Map.of("value", text.text(), "type", "Json")
                        : Map.of("value", value)));
        return desk.client("handler")
                .post()
                .uri("/engine-rest/task/{id}/{door}", task.id(), door)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", variables))
                .retrieve()
                .toEntity(String.class);
    }

    private BigDecimal refunded(Filed filed) {
        return world.refunds(filed.caseNumber()).stream()
                .map(refund -> new BigDecimal(refund.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ComplaintDraft about(SandboxOrder order) {
        return aComplaint().aboutOrder(order.number()).from(order.customer().email());
    }

    /** What Tasklist makes of a list. */
    private record JsonText(String text) {}

    private static JsonText json(String text) {
        return new JsonText(text);
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
