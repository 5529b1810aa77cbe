package io.redress.outside.order.woocommerce;

import io.redress.core.startup.InvalidSetting;
import io.redress.outside.payment.PaymentHolder;
import io.redress.outside.payment.PaymentProviders;
import io.redress.outside.wire.Providers;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/**
 * The beans for a WooCommerce shop, where one is configured; it then takes the place of a shop with our own contract.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${redress.woocommerce.url:}'.isBlank()")
@EnableConfigurationProperties(WooProperties.class)
class WooConfiguration {

    @Bean
    WooShop wooShop(
            WooProperties properties, RestClient.Builder builder, Providers providers, Environment environment) {
        if (!environment.getProperty("redress.shop.base-url", "").isBlank()) {
            throw new InvalidSetting(
                    "redress.shop.base-url and redress.woocommerce.url name two shops", "remove one of them");
        }
        return WooShop.at(properties, builder, providers);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(PaymentProviders.HOLDER)
    @Order(2)
    PaymentHolder wooPayments(WooProperties properties, RestClient.Builder builder, Providers providers, Clock clock) {
        return new WooPayments(
                WooShop.calls(properties, builder, providers), new WooParcels(properties.trackingMeta()), clock);
    }
}
