package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shop's books hear of everything that was settled or came back, signed, with its tax, until they have it. */
@SandboxTest
class BooksTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void booksThatWereAwayHearOfEachRemedyWithTheSameIdUntilTheyHaveIt() {
        world.fault("books", "down", 2);
        world.fault("books", "lost-answer", 3);
        JsonNode order = world.copyOf("R-1001");

        Filed filed = fileAbout(order);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        List<ObjectNode> events = awaitEvents(
                filed,
                told -> told.size() == 3
                        && told.stream().anyMatch(event -> event.path("_told").asInt() > 1));
        JsonNode refund = ofKind(events, "refund");
        JsonNode paid = world.refunds(filed.caseNumber()).get(0);
        assertThat(refund.path("type").asText()).isEqualTo("remedy.settled");
        assertThat(refund.path("orderNumber")).isEqualTo(order.path("number"));
        assertThat(refund.path("remedy").path("id").asText())
                .isEqualTo(paid.path("idempotencyKey").asText());
        assertThat(Desk.list(refund.path("lines")))
                .extracting(line -> "%s %s %s %s %s"
                        .formatted(
                                line.path("sku").asText(),
                                line.path("net").asText(),
                                line.path("taxRate").asText(),
                                line.path("tax").asText(),
                                line.path("gross").asText()))
                .containsExactly(
                        "CABLE-USBC-2M 20.92 19.00 3.98 24.90",
                        "HEADPHONES-BT 67.14 19.00 12.76 79.90",
                        "null 4.12 19.00 0.78 4.90");
        assertThat(sum(refund, "net").add(sum(refund, "tax")))
                .isEqualByComparingTo(paid.path("amount").asText());
        assertThat(sum(ofKind(events, "replacement"), "gross")).isZero();
    }

    @Test
    void refundThatCameBackIsAnEventOfItsOwnAfterTheFirst() {
        Filed filed = fileAbout(world.copyOf("R-1005"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofMinutes(1));
        desk.awaitTask(filed.caseNumber(), "Resolve by hand");

        List<ObjectNode> events = awaitEvents(filed, told -> told.stream()
                .anyMatch(event -> event.path("type").asText().equals("remedy.reversed")));

        assertThat(events)
                .filteredOn(event -> event.at("/remedy/kind").asText().equals("refund"))
                .extracting(event -> event.path("type").asText())
                .containsExactly("remedy.settled", "remedy.reversed");
        JsonNode line = ofKind(events, "refund").path("lines").get(0);
        assertThat(line.path("net").isNull()).isTrue();
        assertThat(line.path("gross").asText()).isEqualTo("89.99");
    }

    private Filed fileAbout(JsonNode order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.path("customer").path("email").asText()));
    }

    /** Lets time pass, in which what was put off becomes due again. */
    private List<ObjectNode> awaitEvents(Filed filed, Predicate<List<ObjectNode>> condition) {
        return await("events of " + filed.caseNumber())
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            world.advance(Duration.ofMinutes(1));
                            return world.providers().books().of(filed.caseNumber());
                        },
                        condition);
    }

    private static JsonNode ofKind(List<ObjectNode> events, String kind) {
        return events.stream()
                .filter(event -> event.at("/remedy/kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(JsonNode event, String field) {
        return Desk.list(event.path("lines")).stream()
                .map(line -> new BigDecimal(line.path(field).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
