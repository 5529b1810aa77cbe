package io.redress.outside.logistics.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.CarrierUnavailable;
import io.redress.outside.logistics.LabelRows;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Providers;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EasyPostConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Providers.class, FreshProviders::unlimited)
            .withBean(LabelRows.class, () -> mock(LabelRows.class))
            .withUserConfiguration(EasyPostConfiguration.class);

    @Test
    void asksEasyPostWhereAKeyIsSet() {
        application.withPropertyValues("redress.easypost.api-key=EZTK1").run(context -> assertThat(context)
                .hasSingleBean(EasyPostCarrier.class));
    }

    @Test
    void leavesEverythingToAPersonWhereNoneIs() {
        application.run(context -> assertThatExceptionOfType(CarrierUnavailable.class)
                .isThrownBy(() -> context.getBean(Carrier.class).track("EZ1"))
                .withMessageContaining("redress.easypost.api-key")
                .matches(e -> !e.isWorthRetrying()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline=PT21S", "lost-after=PT0S", "lost-after=-P1D"})
    void refusesTimesThatMakeNoSense(String property) {
        application.withPropertyValues("redress.easypost." + property).run(context -> assertThat(context)
                .hasFailed());
    }
}
