package io.redress.core.startup;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The one clock of the house; the sandbox puts a steerable one in its place.
 *
 * <p>An auto-configuration, because only those reliably look last whether somebody else has brought a clock.
 */
@AutoConfiguration
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
