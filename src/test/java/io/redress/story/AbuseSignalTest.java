package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
                .paidWithTheCardOf(
                        other.path("paymentReference").asText(),
                        first.path("paymentReference").asText()));
    }

    /** Spelled in another way, but the same door. */
    @Test
    void theSameAddressUnderOtherNames() {
        thirdGoesToAPerson("same address", (first, other) -> {
            ObjectNode order = (ObjectNode) world.order(other.path("number").asText());
            ObjectNode address = world.order(first.path("number").asText())
                    .path("deliveryAddress")
                    .deepCopy();
            order.set(
                    "deliveryAddress",
                    address.put("name", "Somebody Else")
                            .put("street1", address.path("street1").asText().toUpperCase(Locale.ROOT) + ".")
                            .put("zip", address.path("zip").asText() + " "));
            world.providers().shop().keep(order);
        });
    }

    private void thirdGoesToAPerson(String tie, BiConsumer<JsonNode, JsonNode> likeTheFirst) {
        List<JsonNode> orders =
                Stream.generate(() -> world.copyOf("R-1001")).limit(3).toList();
        orders.stream().skip(1).forEach(other -> likeTheFirst.accept(orders.get(0), other));
        Filed first = file(orders.get(0));
        desk.awaitStatus(first.caseNumber(), "waiting_for_follow_up");
        Filed second = file(orders.get(1));
        desk.awaitStatus(second.caseNumber(), "waiting_for_follow_up");

        Filed third = file(orders.get(2));

        JsonNode task = desk.awaitTask(third.caseNumber(), "Verify complaint");
        assertThat(world.refunds(third.caseNumber())).isEmpty();
        assertThat(world.shipments(third.caseNumber())).isEmpty();
        assertThat(earlierCases(task))
                .extracting(earlier -> earlier.path("caseNumber").asText())
                .containsExactly(second.caseNumber(), first.caseNumber());
        assertThat(earlierCases(task)).allSatisfy(earlier -> {
            assertThat(earlier.path("tie").asText()).isEqualTo(tie);
            assertThat(earlier.path("outcome").asText()).isEqualTo("Upheld");
            assertThat(earlier.path("receivedAt").asText()).isNotBlank();
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

    private List<JsonNode> earlierCases(JsonNode task) {
        JsonNode variable = desk.client("manager")
                .get()
                .uri(
                        "/engine-rest/task/{id}/localVariables/caseFile?deserializeValue=false",
                        task.path("id").asText())
                .retrieve()
                .body(JsonNode.class);
        try {
            return Desk.list(
                    new ObjectMapper().readTree(variable.path("value").asText()).path("earlierCases"));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Filed file(JsonNode order) {
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.path("number").asText())
                .from(order.at("/customer/email").asText()));
    }
}
