package io.redress.people.connection;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The time that a peer may take altogether, {@code redress.connection.*}, however steadily it sends or reads.
 *
 * @param head to send a request's first line and headers, from its first byte on
 * @param body to send its body
 * @param answer to read the answer
 */
@Validated
@ConfigurationProperties("redress.connection")
public record ConnectionProperties(
        @NotNull @DurationMin(millis = 1) @DefaultValue("PT10S")
        Duration head,

        @NotNull @DurationMin(millis = 1) @DefaultValue("PT1M")
        Duration body,

        @NotNull @DurationMin(millis = 1) @DefaultValue("PT2M")
        Duration answer) {}
