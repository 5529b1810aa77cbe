package io.redress.remedy.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings of returns as an operator writes them. */
class ReturnPropertiesTest {

    @Test
    void aLimitFromTheEnvironmentStandsInPlaceOfTheShippedOne() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("REDRESS_RETURNS_DEDUCTION_LIMITS_EUR", "25")));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("shipped", Map.of("redress.returns.deduction-limits.EUR", "50")));

        ReturnProperties settings = Binder.get(environment).bindOrCreate("redress.returns", ReturnProperties.class);

        assertThat(settings.deductionLimits()).containsEntry("EUR", new BigDecimal("25"));
    }
}
