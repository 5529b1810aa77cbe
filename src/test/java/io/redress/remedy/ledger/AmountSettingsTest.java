package io.redress.remedy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.remedy.goodwill.GoodwillProperties;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Amounts in settings are read as strictly as any other that is not typed into a form. */
class AmountSettingsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({RemedyProperties.class, GoodwillProperties.class})
    static class Settings {}

    @Test
    void takesPlainAmountsWithinTheCurrencysDecimals() {
        application
                .withPropertyValues("redress.daily-totals.eur=10000", "redress.goodwill.budget.bhd=1.250")
                .run(started -> {
                    assertThat(started.getBean(RemedyProperties.class).dailyLimits())
                            .containsEntry("EUR", new BigDecimal("10000"));
                    assertThat(started.getBean(GoodwillProperties.class).budget("BHD"))
                            .hasValue(new BigDecimal("1.250"));
                });
    }

    @Test
    void aTotalFromTheEnvironmentStandsInPlaceOfTheShippedOne() {
        application
                .withInitializer(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new SystemEnvironmentPropertySource(
                                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                    Map.of("REDRESS_DAILY_TOTALS_EUR", "5", "REDRESS_GOODWILL_BUDGET_EUR", "7")));
                    context.getEnvironment()
                            .getPropertySources()
                            .addLast(new MapPropertySource(
                                    "shipped",
                                    Map.of(
                                            "redress.daily-totals.EUR",
                                            "10000",
                                            "redress.goodwill.budget.EUR",
                                            "5000")));
                })
                .run(started -> {
                    assertThat(started.getBean(RemedyProperties.class).dailyLimits())
                            .containsEntry("EUR", new BigDecimal("5"));
                    assertThat(started.getBean(GoodwillProperties.class).budget("EUR"))
                            .hasValue(new BigDecimal("7"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily-totals.EUR=1e6",
                "daily-totals.EUR=-1",
                "daily-totals.EUR=1,000",
                "daily-totals.EUR=10.505",
                "daily-totals.EURO=10",
                "goodwill.budget.EUR=1e1000000",
                "goodwill.budget.EUR=١٠٠",
                "goodwill.budget.JPY=0.5"
            })
    void startsWithNothingElse(String setting) {
        application
                .withPropertyValues("redress." + setting)
                .run(started ->
                        assertThat(started).getFailure().rootCause().hasMessageContaining("must be amounts such as"));
    }
}
