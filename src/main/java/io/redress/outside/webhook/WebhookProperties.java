package io.redress.outside.webhook;

import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of webhooks.
 *
 * @param allow those addresses, each as {@code host:port}, that may be called without TLS and though they are private
 * @param bothSecrets for how long the secret before signs as well once there is another one
 * @param deadline the most that telling one event may take
 */
@Validated
@ConfigurationProperties("redress.webhooks")
record WebhookProperties(
        @DefaultValue Set<String> allow,

        @DefaultValue("PT24H") @DurationMin Duration bothSecrets,

        @DefaultValue("PT15S") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration deadline) {}
