package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonNode order = world.copyOf("R-1004");
        Filed filed = desk.file(aboutMissing(order));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of(
                        "verdict", "confirmed",
                        "cause", "system",
                        "remedyChoice", "refund",
                        "reason", "The signature is not yours; the carrier was mistaken."));
        JsonNode complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(complaint.path("cause").asText()).isEqualTo("system");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).isEmpty();
        desk.awaitMail(order.path("customer").path("email").asText(), "the carrier was mistaken");
    }

    @Test
    void wrongEntriesComeBackByFieldAndTheTaskStaysOpen() {
        Filed filed = desk.file(aboutMissing(world.copyOf("R-1004")));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        var answer = desk.submit(task, "handler", Map.of("verdict", "rejected", "refundAmount", "-5"));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("reason").contains("refundAmount");
        assertThat(desk.tasks(filed.caseNumber(), "Verify complaint")).hasSize(1);
    }

    @Test
    void formSaysHowTheCaseStandsWhenItIsOpenedNotWhenItsTaskWasMade() {
        Filed filed = desk.file(aboutMissing(world.copyOf("R-1004")));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
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
        JsonNode order = world.copyOf("R-1004");
        String address = order.path("customer").path("email").asText();
        Filed filed = desk.file(aboutMissing(order));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "ask_customer", "question", "Who is Mr Miller at your address?"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_customer");
        assertThat(desk.awaitMail(address, "Who is Mr Miller").path("text").asText())
                .contains(filed.trackingUrl());

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
        JsonNode again = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(again.path("assignee").asText()).isEqualTo("handler");
        desk.complete(
                again,
                "handler",
                Map.of("verdict", "rejected", "reason", "The parcel was handed over at your address."));
        JsonNode complaint = desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(complaint.path("outcome").asText()).isEqualTo("refused");
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

        JsonNode complaint = desk.awaitStatus(filed.caseNumber(), "closed");
        assertThat(complaint.path("outcome").asText()).isEqualTo("no_answer_owed");
    }

    @Test
    void handlerFindsTheOrderThatTheComplaintDoesNotName() {
        JsonNode order = world.copyOf("R-1001");
        Filed filed = desk.file(aComplaint().claiming("not_received").from("another.address@example.org"));
        JsonNode task = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        desk.claim(task, "handler");

        var typo = desk.submit(
                task, "handler", Map.of("verdict", "confirmed", "remedyChoice", "refund", "identifiedOrder", "R-0000"));
        assertThat(typo.getStatusCode().value()).isEqualTo(400);
        assertThat(typo.getBody()).contains("identifiedOrder");

        desk.complete(
                task,
                "handler",
                Map.of(
                        "verdict",
                        "confirmed",
                        "remedyChoice",
                        "refund",
                        "identifiedOrder",
                        order.path("number").asText()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber())
                        .get(0)
                        .path("paymentReference")
                        .asText())
                .isEqualTo(order.path("paymentReference").asText());
    }

    @Test
    void handlerSaysWhichArticleOfSeveralIsAffected() {
        JsonNode order = world.order(world.copyOf("R-1008").path("number").asText());
        JsonNode line = order.path("items").get(0);
        Filed filed = desk.file(aComplaint()
                .claiming("wrong_item")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText()));

        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of(
                        "verdict",
                        "confirmed",
                        "remedyChoice",
                        "replacement",
                        "affectedArticles",
                        "1 x " + line.path("sku").asText()));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    static ComplaintDraft aboutMissing(JsonNode order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText());
    }
}
