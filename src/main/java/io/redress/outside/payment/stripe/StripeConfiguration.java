package io.redress.outside.payment.stripe;

import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProviders;
import io.redress.outside.payment.PromotionCodes;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.Providers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The beans for Stripe where it is configured; for vouchers also a stand-in that refuses plainly where it is not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

    @Bean(defaultCandidate = false)
    @Qualifier(PaymentProviders.HOLDER)
    @Order(1)
    @ConditionalOnExpression("!'${redress.stripe.api-key:}'.isBlank()")
    PaymentProvider stripePayments(StripeProperties properties, BoundedHttp http, Providers providers) {
        return new StripePayments(new StripeCalls(properties, http, providers));
    }

    @Bean
    PromotionCodes promotionCodes(StripeProperties properties, BoundedHttp http, Providers providers) {
        return properties.isConfigured()
                ? new StripePromotions(new StripeCalls(properties, http, providers))
                : new NotConfiguredPromotions();
    }

    /** Runs before anything that needs the permissions. */
    @Bean
    SmartInitializingSingleton stripeRights(StripeProperties properties, BoundedHttp http, Providers providers) {
        return () -> {
            if (properties.isConfigured()) {
                new StripeRights(new StripeCalls(properties, http, providers)).check();
            }
        };
    }
}
