package io.redress.outside.wire;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one HTTP client for the outgoing calls of all adapters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderKeys.class)
class WireConfiguration {

    @Bean
    BoundedHttp boundedHttp() {
        return new BoundedHttp();
    }
}
