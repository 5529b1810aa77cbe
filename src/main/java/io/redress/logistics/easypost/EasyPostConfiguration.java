package io.redress.logistics.easypost;

import io.redress.logistics.Carrier;
import io.redress.logistics.CarrierEvents;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** EasyPost where it is configured, and a plain refusal where it is not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EasyPostProperties.class)
class EasyPostConfiguration {

    @Bean
    Carrier carrier(EasyPostProperties properties, Clock clock) {
        return properties.isConfigured() ? new EasyPostCarrier(properties, clock) : new NotConfiguredCarrier();
    }

    @Bean
    CarrierEvents carrierEvents(EasyPostProperties properties) {
        return new EasyPostEvents(properties.webhookSecrets());
    }
}
