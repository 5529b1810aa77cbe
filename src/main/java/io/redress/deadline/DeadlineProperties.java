package io.redress.deadline;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How long we give ourselves, as wall-clock durations. All must be positive. */
@Validated
@ConfigurationProperties("redress.deadline")
record DeadlineProperties(
        @NotNull @DefaultValue("PT15M") Duration acknowledgement,
        @NotNull @DefaultValue("PT24H") Duration firstAnswer,
        @NotNull @DefaultValue("P5D") Duration resolution) {

    DeadlineProperties {
        requirePositive("redress.deadline.acknowledgement", acknowledgement);
        requirePositive("redress.deadline.first-answer", firstAnswer);
        requirePositive("redress.deadline.resolution", resolution);
    }

    /** @throws IllegalArgumentException for a clock whose end others set */
    Duration budget(ClockKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> acknowledgement;
            case FIRST_ANSWER -> firstAnswer;
            case RESOLUTION -> resolution;
            case DISPUTE_EVIDENCE -> throw new IllegalArgumentException("The bank sets the date for evidence");
        };
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration != null && (duration.isNegative() || duration.isZero())) {
            throw new IllegalArgumentException(name + " must be a positive duration such as PT8H, not " + duration);
        }
    }
}
