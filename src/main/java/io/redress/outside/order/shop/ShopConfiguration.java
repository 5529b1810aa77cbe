package io.redress.outside.order.shop;

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
import org.springframework.web.client.RestClient;

/** The beans for the shop where it is configured, and stand-ins that refuse plainly where it is not. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${redress.woocommerce.url:}'.isBlank()")
@EnableConfigurationProperties(ShopProperties.class)
class ShopConfiguration {

    @Bean
    Shop shop(ShopProperties properties, RestClient.Builder builder, Providers providers) {
        return properties.isConfigured()
                ? new ShopOrders(new ShopCalls(properties, builder, providers))
                : new NotConfiguredShop();
    }

    @Bean(defaultCandidate = false)
    @Qualifier(PaymentProviders.HOLDER)
    @Order(2)
    @ConditionalOnExpression("!'${redress.shop.base-url:}'.isBlank()")
    PaymentHolder shopPayments(
            ShopProperties properties, RestClient.Builder builder, Providers providers, Clock clock) {
        return new ShopPayments(new ShopCalls(properties, builder, providers), properties.payments(), clock);
    }
}
