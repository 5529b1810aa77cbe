package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.answer.Answers;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.form.CaseFile;
import io.redress.answer.form.CaseFile.EarlierCase;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The third parcel that did not arrive within a year goes to a person, with the other two before their eyes. */
@SandboxTest
class AbuseSignalTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void theSameCardUnderOtherNames() {
        thirdGoesToAPerson("same card", (first, other) -> world.providers()
                .stripeDesk()
                .paidWithTheCardOf(other.paymentReference(), first.paymentReference()));
    }

    /** Spelled in another way, but the same door. */
    @Test
    void theSameAddressUnderOtherNames() {
        thirdGoesToAPerson("same address", (first, other) -> {
            ObjectNode order = (ObjectNode) world.order(other.number());
            ObjectNode address =
                    world.order(first.number()).path("deliveryAddress").deepCopy();
            order.set(
                    "deliveryAddress",
                    address.put("name", "Somebody Else")
                            .put("street1", address.path("street1").asText().toUpperCase(Locale.ROOT) + ".")
                            .put("zip", address.path("zip").asText() + " "));
            world.providers().shop().keep(order);
        });
    }

    private void thirdGoesToAPerson(String tie, BiConsumer<SandboxOrder, SandboxOrder> likeTheFirst) {
        List<SandboxOrder> orders =
                Stream.generate(() -> world.copyOf("R-1001")).limit(3).toList();
        orders.stream().skip(1).forEach(other -> likeTheFirst.accept(orders.get(0), other));
        Filed first = file(orders.get(0));
        desk.awaitStatus(first.caseNumber(), "waiting_for_follow_up");
        Filed second = file(orders.get(1));
        desk.awaitStatus(second.caseNumber(), "waiting_for_follow_up");

        Filed third = file(orders.get(2));

        EngineTask task = desk.awaitTask(third.caseNumber(), "Verify complaint");
        assertThat(world.refunds(third.caseNumber())).isEmpty();
        assertThat(world.shipments(third.caseNumber())).isEmpty();
        assertThat(earlierCases(task))
                .extracting(EarlierCase::caseNumber)
                .containsExactly(second.caseNumber(), first.caseNumber());
        assertThat(earlierCases(task)).allSatisfy(earlier -> {
            assertThat(earlier.tie()).isEqualTo(tie);
            assertThat(earlier.outcome()).isEqualTo("Upheld");
            assertThat(earlier.receivedAt()).isNotBlank();
        });
        // Whose cases they are is for staff alone.
        assertThat(desk.client("system")
                        .get()
                        .uri("/api/complaints/{number}", third.caseNumber())
                        .retrieve()
                        .body(String.class))
                .doesNotContain(first.caseNumber())
                .doesNotContain(second.caseNumber());
    }

    private List<EarlierCase> earlierCases(EngineTask task) {
        return Answers.read(desk.caseFile(task, "manager"), CaseFile.class).earlierCases();
    }

    private Filed file(SandboxOrder order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }
}
