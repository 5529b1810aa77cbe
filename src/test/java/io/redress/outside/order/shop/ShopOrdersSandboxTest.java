package io.redress.outside.order.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.outside.order.Fulfilment.Answer;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.FreshProviders;
import io.redress.sandbox.Sandbox;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;

/** The adapter against the sandbox's shop. */
class ShopOrdersSandboxTest {

    @TempDir
    static Path folder;

    static Sandbox sandbox;
    static ShopOrders orders;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(folder, Clock.systemUTC());
        var properties = new ShopProperties(
                URI.create(sandbox.shopUrl()), Sandbox.SHOP_TOKEN, List.of("shop"), Duration.ofSeconds(10));
        orders = new ShopOrders(new ShopCalls(properties, RestClient.builder(), FreshProviders.unlimited()));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void readsEveryOrderAndFindsItByPaymentAndParcel() {
        assertThat(sandbox.shop().orders()).isNotEmpty().allSatisfy(told -> {
            Order order = byNumber(told.path("number").asText());
            assertThat(order.payments())
                    .allSatisfy(payment -> assertThat(orders.find(new OrderReference(null, payment.reference(), null)))
                            .contains(order));
            assertThat(order.shipments())
                    .allSatisfy(parcel -> assertThat(orders.find(new OrderReference(null, null, parcel.trackingCode())))
                            .contains(order));
        });
    }

    @Test
    void sendsAReplacementOnceThoughTheAnswerIsLost() {
        Replacement replacement = replacementFor("R-1001", "k1");
        sandbox.faults().order(Fault.of(Provider.SHOP, FaultKind.LOST_ANSWER, 1));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders.order(replacement))
                .matches(ShopUnavailable::isWorthRetrying);

        Answer answer = orders.find("k1").orElseThrow();
        assertThat(answer.accepted()).isTrue();
        assertThat(answer.trackingCode()).isNotBlank();
        assertThat(orders.order(replacement)).isEqualTo(answer);
        assertThat(sandbox.shop().fulfilments())
                .filteredOn(sent -> sent.path("reference").asText().equals("k1"))
                .hasSize(1);
    }

    @Test
    void hearsThatThereIsNoStock() {
        assertThat(orders.order(replacementFor("R-1006", "k2")))
                .returns(false, Answer::accepted)
                .returns("out_of_stock", Answer::reason);
    }

    private static Replacement replacementFor(String number, String key) {
        Order order = byNumber(number);
        return new Replacement(
                key,
                "C-2026-000123",
                number,
                List.of(new Order.Item(order.lines().get(0).sku(), 1)));
    }

    private static Order byNumber(String number) {
        return orders.find(new OrderReference(number, null, null)).orElseThrow();
    }
}
