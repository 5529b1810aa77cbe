package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Answers;
import io.redress.answer.sandbox.BooksEvent;
import io.redress.answer.sandbox.BooksEvent.Line;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
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
        SandboxOrder order = world.copyOf("R-1001");

        Filed filed = fileAbout(order);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        List<BooksEvent> events =
                awaitEvents(filed, told -> told.size() == 3 && told.stream().anyMatch(event -> event.told() > 1));
        BooksEvent refund = ofKind(events, "refund");
        SandboxRefund paid = world.refunds(filed.caseNumber()).get(0);
        assertThat(refund.type()).isEqualTo("remedy.settled");
        assertThat(refund.orderNumber()).isEqualTo(order.number());
        assertThat(refund.remedy().id()).isEqualTo(paid.idempotencyKey());
        assertThat(refund.lines())
                .extracting(line ->
                        "%s %s %s %s %s".formatted(line.sku(), line.net(), line.taxRate(), line.tax(), line.gross()))
                .containsExactly(
                        "CABLE-USBC-2M 20.92 19.00 3.98 24.90",
                        "HEADPHONES-BT 67.14 19.00 12.76 79.90",
                        "null 4.12 19.00 0.78 4.90");
        assertThat(sum(refund, Line::net).add(sum(refund, Line::tax))).isEqualByComparingTo(paid.amount());
        assertThat(sum(ofKind(events, "replacement"), Line::gross)).isZero();
    }

    @Test
    void refundThatCameBackIsAnEventOfItsOwnAfterTheFirst() {
        Filed filed = fileAbout(world.copyOf("R-1005"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        world.advance(Duration.ofMinutes(1));
        desk.awaitTask(filed.caseNumber(), "Resolve by hand");

        List<BooksEvent> events = awaitEvents(
                filed, told -> told.stream().anyMatch(event -> event.type().equals("remedy.reversed")));

        assertThat(events)
                .filteredOn(event -> event.remedy().kind().equals("refund"))
                .extracting(BooksEvent::type)
                .containsExactly("remedy.settled", "remedy.reversed");
        Line line = ofKind(events, "refund").lines().get(0);
        assertThat(line.net()).isNull();
        assertThat(line.gross()).isEqualTo("89.99");
    }

    @Test
    void managersHearOfBooksThatTakeNothingAndNothingIsLost() {
        world.fault("books", "down", 100_000);
        Filed filed = fileAbout(world.copyOf("R-1001"));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        desk.advanceIntoWork(Duration.ofHours(25));
        assertThat(desk.awaitAlert("manager", "Events do not reach the books").text())
                .contains("wait to be sent to the books");
        assertThat(desk.client("manager")
                        .get()
                        .uri("/actuator/prometheus")
                        .retrieve()
                        .body(String.class))
                .containsPattern("redress_outbox_waiting\\{destination=\"books\"} [1-9]")
                .containsPattern("redress_outbox_oldest_seconds\\{destination=\"books\"} [1-9]");
        assertThat(desk.client("manager")
                        .get()
                        .uri("/actuator/health")
                        .retrieve()
                        .body(String.class))
                .contains("wait, the oldest since");

        world.behave();
        List<BooksEvent> events = awaitEvents(filed, told -> told.size() == 3);
        assertThat(events).extracting(BooksEvent::told).containsOnly(1);
    }

    private Filed fileAbout(SandboxOrder order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    /** Lets time pass, in which what was put off becomes due again. */
    private List<BooksEvent> awaitEvents(Filed filed, Predicate<List<BooksEvent>> condition) {
        return await("events of " + filed.caseNumber())
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            world.advance(Duration.ofMinutes(1));
                            return world.providers().books().of(filed.caseNumber()).stream()
                                    .map(event -> Answers.read(event, BooksEvent.class))
                                    .toList();
                        },
                        condition);
    }

    private static BooksEvent ofKind(List<BooksEvent> events, String kind) {
        return events.stream()
                .filter(event -> event.remedy().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(BooksEvent event, Function<Line, String> amount) {
        return event.lines().stream().map(amount).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
