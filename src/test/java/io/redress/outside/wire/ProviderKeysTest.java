package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProviderKeysTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(WireConfiguration.class);

    @Test
    void startsWithoutAnyKey() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redress.stripe.api-key=sk_live_1 redress.easypost.api-key=EZAK1",
                "redress.stripe.api-key=sk_live_1",
                "redress.stripe.api-key=sk_test_1 redress.easypost.api-key=EZTK1",
                "redress.stripe.api-key=rk_test_1 redress.stripe.api-base=http://127.0.0.1:1",
                "redress.stripe.api-key=sk_live_1 redress.stripe.api-base="
            })
    void startsInEarnestOrInPlay(String properties) {
        application.withPropertyValues(properties.split(" ")).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redress.stripe.api-key=sk_live_1 redress.easypost.api-key=EZTK1",
                "redress.stripe.api-key=rk_test_1 redress.easypost.api-key=EZAK1",
                "redress.stripe.api-key=rk_live_1 redress.stripe.api-base=http://127.0.0.1:1",
                "redress.easypost.api-key=EZAK1 redress.easypost.api-base=http://127.0.0.1:1"
            })
    void refusesAMixAtStartWithoutShowingAKey(String properties) {
        application.withPropertyValues(properties.split(" ")).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("live key")
                    .hasMessageNotContainingAny("k_live_1", "EZAK1", "EZTK1", "rk_test_1");
        });
    }
}
