package io.redress.remedy.returns;

import io.redress.core.money.ByCurrency;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of returns: how long goods may take to come back, and when a carrier may ring.
 *
 * @param remindAfter when the customer is reminded
 * @param expectWithin when a person has to look, because nothing came
 * @param pickUpAfterDays so many working days after it was decided
 * @param pickUpFrom from this time on that day, where the customer lives
 * @param pickUpTo until this time
 * @param deductionLimits the most that a handler may keep back of a refund alone, in major units by currency; above it,
 *     and in a currency that is not listed, another person has to agree
 */
@Validated
@ConfigurationProperties("redress.returns")
record ReturnProperties(
        @NotNull @DefaultValue("P7D") Duration remindAfter,
        @NotNull @DefaultValue("P21D") Duration expectWithin,
        @Min(1) @DefaultValue("2") int pickUpAfterDays,
        @NotNull @DefaultValue("09:00") LocalTime pickUpFrom,
        @NotNull @DefaultValue("17:00") LocalTime pickUpTo,
        @DefaultValue Map<String, BigDecimal> deductionLimits) {

    ReturnProperties {
        deductionLimits = ByCurrency.of(deductionLimits);
        if (!remindAfter.isZero() && remindAfter.compareTo(expectWithin) >= 0) {
            throw new IllegalArgumentException("redress.returns.remind-after must be shorter than expect-within");
        }
        if (!pickUpFrom.isBefore(pickUpTo)) {
            throw new IllegalArgumentException("redress.returns.pick-up-from must be before pick-up-to");
        }
    }
}
