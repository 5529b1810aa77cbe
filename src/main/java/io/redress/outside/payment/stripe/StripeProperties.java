package io.redress.outside.payment.stripe;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for Stripe.
 *
 * @param apiKey the secret or restricted key; none means that no payment provider is configured
 * @param apiBase another address than Stripe's own, for a sandbox
 * @param webhookSecrets the signing secrets of our webhook endpoint; more than one while a secret is being replaced
 * @param deadline the most that one call may take altogether; well below the lock of an engine job
 */
@Validated
@ConfigurationProperties("redress.stripe")
record StripeProperties(
        @DefaultValue("") String apiKey,
        URI apiBase,
        @DefaultValue List<@NotBlank String> webhookSecrets,

        @DefaultValue("PT15S") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration deadline) {

    boolean isConfigured() {
        return !apiKey.isBlank();
    }

    /** Whether real money moves. */
    boolean isLive() {
        return apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_");
    }

    /** Without the key and the secrets: this text may reach a log. */
    @Override
    public String toString() {
        return "StripeProperties[apiBase=%s, deadline=%s]".formatted(apiBase, deadline);
    }
}
