package io.redress.outside.order.woocommerce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.OrderSource;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.wire.BadPeer;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Providers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A WooCommerce shop that is away, overloaded, or not to be trusted with keys. */
class WooFaultsTest {

    private static final OrderReference NUMBER = new OrderReference("727", null, null);
    private static final String ADDRESS = "/wp-json/wc/v3/orders/727";

    @RegisterExtension
    static final WireMockExtension shop = WireMockExtension.newInstance().build();

    @ParameterizedTest
    @EnumSource
    void givesUpInTime(BadPeer peer) {
        shop.stubFor(get(urlPathEqualTo(ADDRESS))
                .willReturn(peer.answering(WooStub.order727().toString())));

        var failure = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> catchThrowableOfType(
                        ShopUnavailable.class, () -> WooStub.shop(shop.getPort(), Duration.ofMillis(300))
                                .find(NUMBER)));

        assertThat(failure).matches(ShopUnavailable::isWorthRetrying);
    }

    @ParameterizedTest
    @CsvSource({"401, false", "403, false", "400, false", "301, false", "429, true", "503, true"})
    void knowsWhenALaterAttemptCanHelp(int status, boolean worthRetrying) {
        shop.stubFor(get(urlPathEqualTo(ADDRESS))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Location", "/elsewhere")
                        .withHeader("Retry-After", "7")));

        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(this::find)
                .matches(e -> e.isWorthRetrying() == worthRetrying)
                .matches(e -> status != 429 || e.retryAfter().equals(Optional.of(Duration.ofSeconds(7))))
                .matches(e -> status != 401 || e.getMessage().contains("redress.woocommerce.consumer-key"));
    }

    @Test
    void namesTheFieldThatIsNotAsDocumented() {
        shop.stubFor(get(urlPathEqualTo(ADDRESS))
                .willReturn(okJson(WooStub.order727().put("currency", "XXZ").toString())));
        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(this::find)
                .withMessageContaining("malformed: field currency");

        shop.stubFor(get(urlPathEqualTo(ADDRESS))
                .willReturn(okJson(WooStub.order727().putNull("total").toString())));
        assertThatExceptionOfType(ShopUnavailable.class)
                .isThrownBy(this::find)
                .withMessageContaining("malformed: field total");
    }

    @Test
    void showsItsKeysToNobodyOverPlainHttp() {
        var application = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(RestClientAutoConfiguration.class))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(Providers.class, FreshProviders::unlimited)
                .withUserConfiguration(WooConfiguration.class)
                .withPropertyValues("redress.woocommerce.consumer-key=ck", "redress.woocommerce.consumer-secret=cs");

        application
                .withPropertyValues("redress.woocommerce.url=http://shop.example")
                .run(context -> assertThat(context).hasFailed());
        application
                .withPropertyValues("redress.woocommerce.url=https://shop.example")
                .run(context -> assertThat(context).hasSingleBean(OrderSource.class));
        application
                .withPropertyValues(
                        "redress.woocommerce.url=https://shop.example", "redress.shop.base-url=https://other.example")
                .run(context -> assertThat(context).hasFailed());
        application.withPropertyValues("redress.woocommerce.url=").run(context -> assertThat(context)
                .doesNotHaveBean(OrderSource.class));
    }

    private void find() {
        WooStub.shop(shop.getPort(), Duration.ofSeconds(10)).find(NUMBER);
    }
}
