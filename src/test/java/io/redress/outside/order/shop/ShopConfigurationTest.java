package io.redress.outside.order.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.OrderReference;
import io.redress.outside.order.OrderSource;
import io.redress.outside.order.ShopUnavailable;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProviders;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Providers;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ShopConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RestClientAutoConfiguration.class))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Providers.class, FreshProviders::unlimited)
            .withUserConfiguration(ShopConfiguration.class, PaymentProviders.class);

    @Test
    void asksTheShopWhereItsAddressIsSet() {
        application
                .withPropertyValues("redress.shop.base-url=http://127.0.0.1:1", "redress.shop.token=t1")
                .run(context -> assertThat(context).hasSingleBean(ShopOrders.class));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "unrelated=1, shop, true",
                "unrelated=1, ' Shop', true",
                "unrelated=1, paypal, false",
                "unrelated=1, stripe, false",
                "unrelated=1, -, false",
                "'redress.shop.payments=shop,PayPal', paypal, true",
                "redress.shop.payments=, shop, false"
            })
    void givesBackItselfWhatItIsSaidToHold(String setting, String provider, boolean held) {
        application
                .withPropertyValues("redress.shop.base-url=http://127.0.0.1:1", setting)
                .run(context -> assertThat(
                                context.getBean(PaymentProvider.class).holds(provider))
                        .isEqualTo(held));
    }

    @Test
    void leavesEverythingToAPersonWhereNoneIs() {
        application.withPropertyValues("redress.shop.base-url=").run(context -> {
            assertThatExceptionOfType(ShopUnavailable.class)
                    .isThrownBy(() -> context.getBean(OrderSource.class).find(new OrderReference("R-1", null, null)))
                    .withMessageContaining("redress.shop.base-url")
                    .matches(e -> !e.isWorthRetrying());
            assertThatExceptionOfType(ShopUnavailable.class)
                    .isThrownBy(() -> context.getBean(Fulfilment.class).find("k1"))
                    .matches(e -> !e.isWorthRetrying());
        });
    }

    @Test
    void refusesADeadlineThatWouldOutliveTheJob() {
        application.withPropertyValues("redress.shop.deadline=PT1M").run(context -> assertThat(context)
                .hasFailed());
    }
}
