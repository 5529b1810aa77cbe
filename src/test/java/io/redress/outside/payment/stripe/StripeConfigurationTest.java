package io.redress.outside.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PaymentProviderUnavailable;
import io.redress.outside.payment.PaymentProviders;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.FreshProviders;
import io.redress.outside.wire.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StripeConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(BoundedHttp.class)
            .withBean(Providers.class, FreshProviders::unlimited)
            .withUserConfiguration(StripeConfiguration.class, PaymentProviders.class);

    @Test
    void asksStripeWhereAKeyIsSet() {
        application
                .withPropertyValues("redress.stripe.api-key=sk_test_1", "redress.stripe.api-base=http://localhost:1")
                .run(context -> assertThat(context).hasSingleBean(StripePayments.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unrelated=1", "redress.stripe.api-key="})
    void leavesEverythingToAPersonWhereNoneIs(String property) {
        application.withPropertyValues(property).run(context -> assertThatExceptionOfType(
                        PaymentProviderUnavailable.class)
                .isThrownBy(() -> context.getBean(PaymentProvider.class).payment(StripeStub.held("pi_1")))
                .withMessageContaining("redress.stripe.api-key")
                .matches(e -> !e.isWorthRetrying()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT21S", "soon"})
    void refusesADeadlineThatWouldOutliveTheJob(String deadline) {
        application.withPropertyValues("redress.stripe.deadline=" + deadline).run(context -> assertThat(context)
                .hasFailed());
    }
}
