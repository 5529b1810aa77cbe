package io.redress.remedy.goodwill;

import io.redress.core.money.ByCurrency;
import io.redress.core.money.SystemAmount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of goodwill.
 *
 * @param zone the team's, in which a month begins
 */
@Validated
@ConfigurationProperties("redress")
public record GoodwillProperties(
        @NotNull @DefaultValue("UTC") ZoneId zone,
        @NotNull @Valid @DefaultValue Settings goodwill) {

    /**
     * @param budget the most that is given in a calendar month, in major units by ISO 4217 currency; nothing is given
     *     in a currency that is not listed
     * @param lowPool managers are told when fewer codes than this are left
     * @param guaranteeMonths by how much a guarantee is lengthened
     * @param promotionValidFor how long a code is good that the payment provider makes
     */
    record Settings(
            @DefaultValue Map<String, String> budget,
            @DefaultValue("20") @PositiveOrZero int lowPool,
            @DefaultValue("12") @Min(1) int guaranteeMonths,
            @DefaultValue("P365D") @DurationMin(days = 14) Duration promotionValidFor) {

        Settings {
            budget = ByCurrency.of(budget);
        }
    }

    @AssertTrue(
            message =
                    "REDRESS_GOODWILL_BUDGET_… (redress.goodwill.budget) must be amounts such as 5000 by currency, such"
                            + " as EUR")
    boolean isBudgetFit() {
        return goodwill.budget().entrySet().stream()
                .allMatch(entry ->
                        SystemAmount.find(entry.getValue(), entry.getKey()).isPresent());
    }

    /** The month's budget in major units. */
    public Optional<BigDecimal> budget(String currency) {
        return Optional.ofNullable(goodwill.budget().get(currency)).map(SystemAmount::read);
    }
}
