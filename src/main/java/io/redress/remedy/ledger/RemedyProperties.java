package io.redress.remedy.ledger;

import io.redress.core.money.ByCurrency;
import io.redress.core.money.SystemAmount;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what we pay and send.
 *
 * @param dailyTotals by currency (ISO 4217), how much money and goods may be sent in a day without a person's decision,
 *     in major units; nothing is sent in a currency that is not listed
 * @param zone the team's zone, in which a day begins and ends
 * @param baseUrl the address of this application as staff see it, without a slash at the end
 */
@Validated
@ConfigurationProperties("redress")
public record RemedyProperties(
        @NotNull @DefaultValue StopSwitchSettings stopSwitch,
        @DefaultValue Map<String, String> dailyTotals,
        @NotNull @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("") String baseUrl) {

    public RemedyProperties {
        dailyTotals = ByCurrency.of(dailyTotals);
    }

    @AssertTrue(
            message =
                    "REDRESS_DAILY_TOTALS_… (redress.daily-totals) must be amounts such as 10000 by currency, such as EUR")
    boolean isDailyTotalsFit() {
        return dailyTotals.entrySet().stream().allMatch(total -> SystemAmount.find(total.getValue(), total.getKey())
                .isPresent());
    }

    /** The daily totals by currency, in major units. */
    Map<String, BigDecimal> dailyLimits() {
        Map<String, BigDecimal> limits = new TreeMap<>();
        dailyTotals.forEach((currency, amount) -> limits.put(currency, SystemAmount.read(amount)));
        return limits;
    }

    /** @param initiallyHeld whether nothing is paid or sent before a manager first turns the switch */
    record StopSwitchSettings(@DefaultValue("true") boolean initiallyHeld) {}
}
