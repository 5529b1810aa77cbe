package io.redress.outside.order.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.outside.order.Fulfilment.Answer;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.ShopUnavailable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WooCommerce forgets who ordered what; a replacement leaves once all the same. */
class WooReplacementsTest {

    private static final Replacement REPLACEMENT =
            new Replacement("k1", "C-2026-000123", "727", List.of(new Order.Item("product-93", 2)));

    private final WooStub woo = new WooStub();

    @BeforeEach
    void open() {
        woo.keep(WooStub.order727());
        woo.products.put("/products/93", WooStub.example("product-93.json"));
    }

    @AfterEach
    void close() {
        woo.close();
    }

    @Test
    void ordersForNothingToTheSameAddressAndNotesItAtTheOriginal() {
        Answer answer = woo.shop().order(REPLACEMENT);

        assertThat(answer).returns(true, Answer::accepted).returns("728", Answer::id);
        assertThat(woo.replacements()).singleElement().satisfies(order -> {
            assertThat(order.path("status").asText()).isEqualTo("processing");
            assertThat(order.path("line_items").get(0).path("total").asText()).isEqualTo("0.00");
            assertThat(order.path("line_items").get(0).path("quantity").asInt()).isEqualTo(2);
            assertThat(order.at("/shipping/address_1").asText()).isEqualTo("969 Market");
            assertThat(order.path("meta_data").toString()).contains("k1", "C-2026-000123");
        });
        assertThat(woo.notes)
                .containsExactly("727: Redress, C-2026-000123: replacement sent with order 728, free of charge.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /orders", "PUT /orders/728", "POST /orders/727/notes"})
    void sendsOneThoughAnAnswerIsLost(String request) {
        woo.lost.add(request);
        try {
            woo.shop().order(REPLACEMENT);
        } catch (ShopUnavailable lost) {
            assertThat(lost.isWorthRetrying()).isTrue();
        }

        Answer answer = woo.shop().find(REPLACEMENT).orElseGet(() -> woo.shop().order(REPLACEMENT));

        assertThat(answer).returns(true, Answer::accepted).returns("728", Answer::id);
        assertThat(woo.replacements()).hasSize(1);
        assertThat(woo.shop().find("k1")).contains(answer);
    }

    @Test
    void confirmsOneOfTwoDraftsWhereTheFirstOneCameLate() {
        woo.shop().order(REPLACEMENT);
        ObjectNode late = woo.replacements().get(0).deepCopy();
        woo.replacements().get(0).put("status", "pending");
        woo.keep(late.put("id", 729).put("number", "729").put("status", "pending"));

        woo.shop().order(REPLACEMENT);

        assertThat(woo.replacements())
                .extracting(order -> order.path("status").asText())
                .containsExactly("processing", "cancelled");
    }

    @Test
    void tellsAnotherRemedyOfTheSameOrderApart() {
        woo.shop().order(REPLACEMENT);

        assertThat(woo.shop().find(new Replacement("k2", "C-2026-000124", "727", REPLACEMENT.items())))
                .isEmpty();
    }

    @Test
    void tellsTheTrackingCodeOnceThereIsOne() {
        woo.shop().order(REPLACEMENT);
        assertThat(woo.shop().find(REPLACEMENT).orElseThrow().trackingCode()).isNull();

        WooStub.parcel(woo.replacements().get(0), "T9");

        assertThat(woo.shop().find(REPLACEMENT).orElseThrow().trackingCode()).isEqualTo("T9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stock_status\": \"outofstock\", \"manage_stock\": false, \"stock_quantity\": null, \"backorders_allowed\": false}",
                "{\"stock_status\": \"instock\", \"manage_stock\": true, \"stock_quantity\": 1, \"backorders_allowed\": false}"
            })
    void refusesWhatThereIsTooLittleOfAndMakesNoOrder(String stock) throws Exception {
        woo.products.put("/products/93", new com.fasterxml.jackson.databind.ObjectMapper().readTree(stock));

        assertThat(woo.shop().order(REPLACEMENT))
                .returns(false, Answer::accepted)
                .returns("out_of_stock", Answer::reason);
        assertThat(woo.replacements()).isEmpty();
    }

    @Test
    void hearsThatTheShopCancelledIt() {
        woo.shop().order(REPLACEMENT);
        woo.replacements().get(0).put("status", "cancelled");

        assertThat(woo.shop().find(REPLACEMENT).orElseThrow()).returns(false, Answer::accepted);
    }

    @Test
    void stopsWhatHasNoParcelYetAndNothingElse() {
        assertThat(woo.shop().cancel(REPLACEMENT)).as("never ordered").isTrue();
        woo.shop().order(REPLACEMENT);
        assertThat(woo.shop().cancel(REPLACEMENT)).isTrue();
        assertThat(woo.shop().cancel(REPLACEMENT)).as("repeated").isTrue();
        assertThat(woo.replacements().get(0).path("status").asText()).isEqualTo("cancelled");

        var packed = new Replacement("k2", "C-2026-000124", "727", REPLACEMENT.items());
        woo.shop().order(packed);
        WooStub.parcel(woo.replacements().get(1), "T9");
        assertThat(woo.shop().cancel(packed)).isFalse();
        assertThat(woo.replacements().get(1).path("status").asText()).isEqualTo("processing");
    }

    @Test
    void leavesToAPersonWhatIsNotOfThatOrder() {
        var foreign = new Replacement("k3", "C-2026-000125", "727", List.of(new Order.Item("SOFA", 1)));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> woo.shop().order(foreign))
                .matches(e -> !e.isWorthRetrying());
        assertThat(woo.replacements()).isEmpty();
    }
}
