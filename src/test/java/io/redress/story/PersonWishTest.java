package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Timeline.TimelineItem;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The customer is told where rules decided, and has a person look at it with one click. */
@SandboxTest
class PersonWishTest {

    private static final String AUTOMATIC = "This was decided automatically";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void whatRulesDecidedIsSaidAndAPersonLooksAtItWithoutTouchingWhatWasGiven() {
        SandboxOrder order = world.copyOf("R-1001");
        String customer = order.customer().email();
        Filed filed = desk.file(
                aComplaint().claiming("not_received").aboutOrder(order.number()).from(customer));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(page(filed)).contains(AUTOMATIC, "Talk to a person");

        assertThat(click(filed)).contains("A person will look at it and answer you.");
        EngineTask task = desk.awaitTask(filed.caseNumber(), "Answer customer");
        assertThat(ask(filed)).as("asked again, it is the same wish").isEqualTo(202);

        assertThat(wishes(filed)).isEqualTo(1);
        assertThat(desk.tasks(filed.caseNumber(), "Answer customer")).hasSize(1);
        assertThat(desk.read(filed.caseNumber()).clocks())
                .filteredOn(clock -> clock.kind().equals("next_answer"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.state()).isEqualTo("running"));
        assertThat(desk.read(filed.caseNumber()).round())
                .as("it is no complaint")
                .isEqualTo(1);
        desk.complete(task, "handler", Map.of("replyNeeded", "yes", "reply", "I have looked at it, and it is right."));
        desk.awaitMail(customer, "I have looked at it");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);

        assertThat(ask(filed)).isEqualTo(202);
        desk.awaitTask(filed.caseNumber(), "Answer customer");
        assertThat(wishes(filed)).as("answered, they may wish again").isEqualTo(2);
    }

    @Test
    void whatAPersonDecidedIsNotCalledAutomatic() {
        Filed filed = desk.file(aComplaint().claiming("service").from("by." + UUID.randomUUID() + "@example.org"));
        EngineTask verify = desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(page(filed)).doesNotContain(AUTOMATIC);
        desk.complete(verify, "handler", Map.of("verdict", "rejected", "reason", "It was none of ours."));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(page(filed)).doesNotContain(AUTOMATIC);
    }

    @Test
    void afterTheEndSomebodyReadsIt() {
        Filed filed = desk.file(aComplaint().claiming("service").from("end." + UUID.randomUUID() + "@example.org"));
        desk.complete(
                desk.awaitTask(filed.caseNumber(), "Verify complaint"),
                "handler",
                Map.of("verdict", "no_answer_owed", "noAnswerReason", "spam"));
        desk.awaitStatus(filed.caseNumber(), "closed");

        assertThat(ask(filed)).isEqualTo(202);
        assertThat(ask(filed)).isEqualTo(202);

        desk.awaitTask(filed.caseNumber(), "Read message");
        assertThat(desk.tasks(filed.caseNumber(), "Read message")).hasSize(1);
        assertThat(wishes(filed)).isEqualTo(1);
    }

    @Test
    void nobodyAsksForOthers() {
        int status = world.anybody()
                .post()
                .uri("/case/made-up/person")
                .exchange((request, response) -> response.getStatusCode().value());
        assertThat(status).isEqualTo(404);
    }

    private String page(Filed filed) {
        return world.anybody().get().uri(filed.trackingUrl()).retrieve().body(String.class);
    }

    /** By the button of the page. @return what is shown then */
    private String click(Filed filed) {
        ResponseEntity<String> answer = world.anybody()
                .post()
                .uri(filed.trackingUrl() + "/person")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .retrieve()
                .toEntity(String.class);
        return answer.getStatusCode().is3xxRedirection()
                ? world.anybody()
                        .get()
                        .uri(answer.getHeaders().getLocation())
                        .retrieve()
                        .body(String.class)
                : answer.getBody();
    }

    /** By the address of the contract, without a body. */
    private int ask(Filed filed) {
        return world.anybody()
                .post()
                .uri(filed.trackingUrl() + "/person")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private long wishes(Filed filed) {
        return desk.timeline(filed.caseNumber()).stream()
                .map(TimelineItem::kind)
                .filter("person_wished"::equals)
                .count();
    }
}
