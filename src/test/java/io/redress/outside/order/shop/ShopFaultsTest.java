package io.redress.outside.order.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.Order;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.BadPeer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShopFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final OrderReference NUMBER = new OrderReference("R-1", null, null);

    @RegisterExtension
    static final WireMockExtension shop = WireMockExtension.newInstance().build();

    @ParameterizedTest
    @EnumSource
    void givesUpInTime(BadPeer peer) {
        shop.stubFor(get("/orders/R-1").willReturn(peer.answering(ShopStub.ORDER)));

        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> catchThrowableOfType(ShopUnavailable.class, () -> orders(Duration.ofMillis(300))
                        .find(NUMBER)));

        assertThat(failure).matches(ShopUnavailable::isWorthRetrying);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheOutcomeOfAReplacementOpenInTimeAndAsksOnce(BadPeer peer) {
        shop.stubFor(get("/orders/R-1").willReturn(okJson(ShopStub.ORDER)));
        shop.stubFor(post("/fulfilment-orders").willReturn(peer.answering(ShopStub.ACCEPTED)));
        var replacement = new Replacement("k1", "C-2026-000123", "R-1", List.of(new Order.Item("HEADPHONES", 1)));

        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> catchThrowableOfType(ShopUnavailable.class, () -> orders(Duration.ofSeconds(2))
                        .order(replacement)));

        assertThat(failure).matches(ShopUnavailable::isWorthRetrying);
        shop.verify(exactly(1), postRequestedFor(urlPathEqualTo("/fulfilment-orders")));
    }

    @ParameterizedTest
    @CsvSource({"401, false", "403, false", "400, false", "422, false", "409, true", "503, true"})
    void knowsWhenALaterAttemptCanHelp(int status, boolean worthRetrying) {
        shop.stubFor(get("/orders/R-1").willReturn(aResponse().withStatus(status)));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders(LONG).find(NUMBER))
                .matches(e -> e.isWorthRetrying() == worthRetrying);
    }

    @Test
    void saysHowLongTheShopWantsToBeLeftAlone() {
        shop.stubFor(get("/orders/R-1").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders(LONG).find(NUMBER))
                .matches(e -> e.retryAfter().equals(Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total\": \"109.70\" | \"total\": \"109.705\" | field total",
                "\"total\": \"109.70\" | \"total\": \"-1\" | field total",
                "\"total\": \"109.70\" | \"total\": \"much\" | field total",
                "\"currency\": \"EUR\" | \"currency\": \"XXZ\" | field currency",
                "\"unitPrice\": \"12.45\" | \"unitPrice\": null | field items[1].unitPrice",
                "\"quantity\": 2 | \"quantity\": 0 | field items[1].quantity",
                "\"quantity\": 2 | \"quantity\": 1.5 | field items[1].quantity",
                "\"gift\": false, | '' | field gift",
                "\"salesChannel\": \"shop\" | \"salesChannel\": \"bazaar\" | field salesChannel",
                "2026-05-01T08:00:00Z | yesterday | field placedOn",
                "\"shipments\": [ | \"parcels\": [ | field shipments",
                "\"sku\": \"CABLE\" | \"sku\": \" \" | field items[1].sku",
                "\"number\": \"R-1\" | \"number | its body"
            })
    void namesTheFieldThatIsNotAsAgreed(String right, String wrong, String named) {
        shop.stubFor(get("/orders/R-1").willReturn(okJson(ShopStub.ORDER.replace(right, wrong))));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(() -> orders(LONG).find(NUMBER))
                .withMessageContaining("malformed: " + named)
                .matches(e -> !e.isWorthRetrying());
    }

    private static ShopOrders orders(Duration deadline) {
        return ShopStub.orders(shop.getPort(), deadline);
    }
}
