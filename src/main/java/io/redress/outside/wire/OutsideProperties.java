package io.redress.outside.wire;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for how much of this node any one outside system may keep waiting, and when it is left alone.
 *
 * @param concurrentCalls how many calls one provider gets at a time
 * @param window how many of the latest calls to a provider are looked at
 * @param minimumCalls how many of them there must be before they say anything
 * @param failureRate the percentage of them that fails in a provider that is left alone
 * @param slowCall how long a call takes that counts as slow; in real time
 * @param slowRate the percentage of slow calls in a provider that is left alone
 * @param pause how long it is left alone before it is tried again; in real time
 * @param probes how many calls it then gets, which decide whether it gets more
 * @param patience how long a provider may be down before cases that wait for it use up their attempts
 */
@Validated
@ConfigurationProperties("redress.outside")
record OutsideProperties(
        @DefaultValue("2") @Min(1) int concurrentCalls,
        @DefaultValue("10") @Min(1) @Max(1_000) int window,
        @DefaultValue("5") @Min(1) int minimumCalls,
        @DefaultValue("50") @Min(1) @Max(100) int failureRate,
        @DefaultValue("PT10S") @DurationMin(millis = 1) Duration slowCall,
        @DefaultValue("90") @Min(1) @Max(100) int slowRate,
        @DefaultValue("PT30S") @DurationMin(millis = 1) Duration pause,
        @DefaultValue("2") @Min(1) @Max(100) int probes,
        @DefaultValue("PT1H") @DurationMin Duration patience) {

    @AssertTrue(message = "redress.outside.minimum-calls must not be more than redress.outside.window")
    boolean isWindowLargeEnough() {
        return minimumCalls <= window;
    }
}
