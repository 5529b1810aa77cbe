package io.redress.order.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.order.Fulfilment;
import io.redress.order.OrderReference;
import io.redress.order.OrderSource;
import io.redress.order.ShopUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ShopConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RestClientAutoConfiguration.class))
            .withUserConfiguration(ShopConfiguration.class);

    @Test
    void asksTheShopWhereItsAddressIsSet() {
        application
                .withPropertyValues("redress.shop.base-url=http://127.0.0.1:1", "redress.shop.token=t1")
                .run(context -> assertThat(context).hasSingleBean(ShopOrders.class));
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
