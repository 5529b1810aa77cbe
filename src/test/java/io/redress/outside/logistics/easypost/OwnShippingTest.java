package io.redress.outside.logistics.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.answer.Registered;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.order.Fulfilment.Answer;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderSource;
import io.redress.outside.order.ShopUnavailable;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.easypost.ParcelFate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Those who send parcels themselves buy one label for each replacement, whatever fails between us and the carrier. */
@SandboxTest
class OwnShippingTest {

    private SandboxDriver world;
    private EasyPostFulfilment warehouse;

    @Autowired
    void enter(SandboxDriver world, OrderSource orders, Shipping shipping, Carrier carrier) {
        this.world = world;
        this.warehouse = new EasyPostFulfilment(orders, shipping, carrier);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void labelIsBoughtAtTheCheapestRateThatArrivesInTimeToTheOrdersOwnAddress() {
        JsonNode order = world.order(world.copyOf("R-1001").number());
        Replacement replacement = replacing(order);

        Answer answer = warehouse.order(replacement);

        assertThat(answer.accepted()).isTrue();
        assertThat(answer.trackingCode()).isNotBlank();
        assertThat(labels(replacement)).singleElement().satisfies(label -> {
            assertThat(label.at("/selected_rate/service").asText()).isEqualTo("GroundAdvantage");
            assertThat(label.at("/to_address/zip").asText())
                    .isEqualTo(order.at("/deliveryAddress/zip").asText());
            assertThat(label.path("is_return").asBoolean()).isFalse();
        });
    }

    @Test
    void labelWhoseAnswerWasLostIsFoundAndNotBoughtTwice() {
        Replacement replacement = replacing(world.order(world.copyOf("R-1001").number()));
        // The first change of anything is the address, the second the shipment, the third the label.
        for (int lost = 1; lost <= 3; lost++) {
            world.fault("easypost", "lost-answer", 1);
            assertThatExceptionOfType(ShopUnavailable.class)
                    .isThrownBy(() -> warehouse.order(replacement))
                    .matches(ShopUnavailable::isWorthRetrying);
            if (labels(replacement).isEmpty()) {
                assertThat(warehouse.find(replacement.reference())).isEmpty();
            } else {
                break;
            }
        }

        Answer answer = warehouse.order(replacement);

        assertThat(warehouse.find(replacement.reference())).contains(answer);
        assertThat(labels(replacement)).hasSize(1);
    }

    @Test
    void addressThatCannotBeVerifiedIsAPersonsQuestion() {
        ObjectNode order = (ObjectNode) world.order(world.copyOf("R-1001").number());
        order.withObject("/deliveryAddress").put("street1", "Unverifiable Street 1");

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> warehouse.order(replacing(order)))
                .withMessageContaining("address")
                .matches(refused -> !refused.isWorthRetrying());
    }

    @Test
    void unusedLabelIsGivenBackAndAUsedOneIsNot() {
        Replacement unused = replacing(world.order(world.copyOf("R-1001").number()));
        Replacement used = replacing(world.order(world.copyOf("R-1001").number()));
        warehouse.order(unused);
        String code = warehouse.order(used).trackingCode();
        world.providers().parcels().turn(code, ParcelFate.IN_TRANSIT);

        assertThat(warehouse.cancel(unused)).isTrue();
        assertThat(warehouse.cancel(used)).isFalse();

        assertThat(labels(unused).get(0).path("refund_status").asText()).isEqualTo("submitted");
        assertThat(labels(used).get(0).hasNonNull("refund_status")).isFalse();
    }

    private Replacement replacing(JsonNode order) {
        return new Replacement(
                UUID.randomUUID().toString(),
                aCase(),
                order.path("number").asText(),
                List.of(new Order.Item(order.at("/items/0/sku").asText(), 1)));
    }

    private List<ObjectNode> labels(Replacement replacement) {
        return world.providers().labels().stream()
                .filter(label -> label.path("reference").asText().equals(replacement.reference()))
                .filter(label -> label.hasNonNull("postage_label"))
                .toList();
    }

    /** A label belongs to a case. */
    private String aCase() {
        return world.as("system")
                .post()
                .uri("/api/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "channel", "web",
                        "description", "A parcel did not come.",
                        "customer", Map.of("email", "label@example.org")))
                .retrieve()
                .body(Registered.class)
                .caseNumber();
    }
}
