package io.redress.payment.stripe;

import io.redress.payment.PaymentProvider;
import io.redress.payment.PromotionCodes;
import io.redress.wire.BoundedHttp;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe where it is configured, and a plain refusal where it is not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

    @Bean
    PaymentProvider paymentProvider(StripeProperties properties, BoundedHttp http) {
        return properties.isConfigured()
                ? new StripePayments(new StripeCalls(properties, http))
                : new NotConfiguredPayments();
    }

    @Bean
    PromotionCodes promotionCodes(StripeProperties properties, BoundedHttp http) {
        return properties.isConfigured()
                ? new StripePromotions(new StripeCalls(properties, http))
                : new NotConfiguredPromotions();
    }

    /** Before anything runs that would need the rights. */
    @Bean
    SmartInitializingSingleton stripeRights(StripeProperties properties, BoundedHttp http) {
        return () -> {
            if (properties.isConfigured()) {
                new StripeRights(new StripeCalls(properties, http)).check();
            }
        };
    }
}
