package io.redress.engine.settings;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The engine's own part of {@code redress.*}.
 *
 * @param node a name unique among running nodes and the same after a restart; empty where there is none
 * @param zone the team's time zone, in which "today" ends
 * @param stripe the payment provider's total deadline for one call
 * @param easypost the carrier's total deadline for one call
 * @param shop the shop's total deadline for one call
 * @param outside how many calls one provider gets at a time
 */
@Validated
@ConfigurationProperties("redress")
record EngineProperties(
        @DefaultValue("") String node,
        @NotNull @DefaultValue("UTC") ZoneId zone,
        @DefaultValue Provider stripe,
        @DefaultValue Provider easypost,
        @DefaultValue Provider shop,
        @DefaultValue Outside outside) {

    record Provider(@NotNull @DefaultValue("PT15S") Duration deadline) {}

    record Outside(@DefaultValue("2") int concurrentCalls) {}

    Map<String, Duration> deadlines() {
        return Map.of(
                "redress.stripe.deadline", stripe.deadline(),
                "redress.easypost.deadline", easypost.deadline(),
                "redress.shop.deadline", shop.deadline());
    }
}
