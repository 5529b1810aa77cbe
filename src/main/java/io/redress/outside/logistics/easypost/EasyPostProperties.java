package io.redress.outside.logistics.easypost;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for EasyPost.
 *
 * @param apiKey none means that no carrier is configured
 * @param apiBase the address without the version; another than EasyPost's own for a sandbox
 * @param deadline the most that one call may take altogether; well below the lock of an engine job
 * @param lostAfter how long a parcel may travel without a scan before it counts as lost
 * @param webhookSecrets what EasyPost signs its webhooks with; several are valid at once, none means no webhooks
 */
@Validated
@ConfigurationProperties("redress.easypost")
record EasyPostProperties(
        @DefaultValue("") String apiKey,
        URI apiBase,

        @DefaultValue("PT15S") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration deadline,

        @DefaultValue("P14D") @DurationMin(hours = 1) Duration lostAfter,
        @DefaultValue("") List<String> webhookSecrets) {

    boolean isConfigured() {
        return !apiKey.isBlank();
    }

    /** Without the key: this text may reach a log. */
    @Override
    public String toString() {
        return "EasyPostProperties[apiBase=%s, deadline=%s, lostAfter=%s]".formatted(apiBase, deadline, lostAfter);
    }
}
