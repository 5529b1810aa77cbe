package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Line;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** What a handler does with a case that evidence alone does not decide. */
@SandboxTest
class HandlerTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void handlerConfirmsAndTheCustomerIsPaidAndTold() {
        SandboxOrder order = world.copyOf("R-1004");
        Filed filed = desk.file(aboutMissing(order));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of(
                        "verdict", "confirmed",
                        "cause", "system",
                        "remedyChoice", "refund",
                        "reason", "The signature is not yours; the carrier was mistaken."));
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.cause()).isEqualTo("system");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        desk.awaitMail(order.customer().email(), "the carrier was mistaken");
    }

    @Test
    void wrongEntriesComeBackByFieldAndTheTaskStaysOpen() {
        Filed filed = desk.file(aboutMissing(world.copyOf("R-1004")));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        var answer = desk.submit(task, "handler", Map.of("verdict", "rejected", "refundAmount", "-5"));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("reason").contains("refundAmount");
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).hasSize(1);
    }

    @Test
    void formSaysHowTheCaseStandsWhenItIsOpenedNotWhenItsTaskWasMade() {
        Filed filed = desk.file(aboutMissing(world.copyOf("R-1004")));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        String words = "My neighbour has a different name.";
        assertThat(desk.caseFile(task, "handler")).doesNotContain(words);
        desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", words))
                .retrieve()
                .toBodilessEntity();
        desk.awaitTask(filed.caseNumber(), "Answer customer");

        assertThat(desk.caseFile(task, "handler")).contains(words).contains("Next answer");
    }

    @Test
    void customerIsAskedAnswersOnTheTrackingPageAndTheHandlerGoesOn() {
        SandboxOrder order = world.copyOf("R-1004");
        String address = order.customer().email();
        Filed filed = desk.file(aboutMissing(order));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "ask_customer", "question", "Who is Mr Miller at your address?"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_customer");
        assertThat(desk.awaitMail(address, "Who is Mr Miller").text()).contains(filed.trackingUrl());

        int posted = desk.client("system")
                .post()
                .uri("/api/complaints/{number}/messages", filed.caseNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", "There is no Mr Miller here."))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();

        assertThat(posted).isEqualTo(202);
        EngineTask again = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(again.assignee()).isEqualTo("handler");
        desk.complete(
                again,
                "handler",
                Map.of("verdict", "rejected", "reason", "The parcel was handed over at your address."));
        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(complaint.outcome()).isEqualTo("refused");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
        desk.awaitMail(address, "handed over at your address");
    }

    @Test
    void colleagueIsConsultedAndNoAnswerIsOwedToPraise() {
        Filed filed = desk.file(aComplaint().from("praise@example.org").saying("You are great!"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "consult", "question", "Is this a complaint at all?"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Advise handler"), "lead", Map.of("advice", "No, it is praise."));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "no_answer_owed", "noAnswerReason", "praise"));

        Complaint complaint = desk.awaitStatus(filed.caseNumber(), "closed");
        assertThat(complaint.outcome()).isEqualTo("no_answer_owed");
    }

    @Test
    void handlerFindsTheOrderThatTheComplaintDoesNotName() {
        SandboxOrder order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint().claiming("not_received").from("another.address@example.org"));
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        var typo = desk.submit(
                task, "handler", Map.of("verdict", "confirmed", "remedyChoice", "refund", "identifiedOrder", "R-0000"));
        assertThat(typo.getStatusCode().value()).isEqualTo(400);
        assertThat(typo.getBody()).contains("identifiedOrder");

        desk.complete(
                task,
                "handler",
                Map.of("verdict", "confirmed", "remedyChoice", "refund", "identifiedOrder", order.number()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber()).get(0).paymentReference()).isEqualTo(order.paymentReference());
    }

    @Test
    void handlerSaysWhichArticleOfSeveralIsAffected() {
        SandboxOrder order = world.copyOf("R-1008");
        Line line = order.items().get(0);
        Filed filed = desk.file(aComplaint()
                .claiming("wrong_item")
                .aboutOrder(order.number())
                .from(order.customer().email()));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "confirmed", "remedyChoice", "replacement", "affectedArticles", "1 x " + line.sku()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
