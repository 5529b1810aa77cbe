package io.redress.outside.wire;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one HTTP client for the outgoing calls of all adapters, and the limits of those calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProviderKeys.class, OutsideProperties.class})
class WireConfiguration {

    @Bean
    BoundedHttp boundedHttp() {
        return new BoundedHttp();
    }

    @Bean
    Providers providers(OutsideProperties properties, Clock clock) {
        return new Providers(properties, clock);
    }
}
