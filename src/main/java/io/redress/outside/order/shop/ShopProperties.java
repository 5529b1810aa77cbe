package io.redress.outside.order.shop;

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
 * The settings for the shop.
 *
 * @param baseUrl none means that no shop is configured
 * @param token sent as bearer token
 * @param payments the words by which orders tell that the shop holds a payment and gives it back itself; none where it
 *     does not
 * @param deadline the most that one call may take altogether; well below the lock of an engine job
 */
@Validated
@ConfigurationProperties("redress.shop")
record ShopProperties(
        URI baseUrl,
        @DefaultValue("") String token,
        @DefaultValue("shop") List<@NotBlank String> payments,

        @DefaultValue("PT15S") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration deadline) {

    boolean isConfigured() {
        return baseUrl != null && !baseUrl.toString().isBlank();
    }

    /** Without the token: this text may reach a log. */
    @Override
    public String toString() {
        return "ShopProperties[baseUrl=%s, deadline=%s]".formatted(baseUrl, deadline);
    }
}
