package io.redress.core.startup;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The one clock of the application; the sandbox replaces it by one that can be set.
 *
 * <p>This is an auto-configuration, because only those reliably run last, when it is known whether somebody else has
 * provided a clock.
 */
@AutoConfiguration
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
