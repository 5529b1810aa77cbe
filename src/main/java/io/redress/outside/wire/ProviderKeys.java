package io.redress.outside.wire;

import jakarta.validation.constraints.AssertTrue;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The check at start that live and test keys are not mixed: no real money may move on a sandbox's word, or the other
 * way round.
 */
@Validated
@ConfigurationProperties("redress")
record ProviderKeys(
        @DefaultValue Provider stripe, @DefaultValue Provider easypost) {

    @AssertTrue(
            message = "a live key (sk_live_, rk_live_, EZAK) goes only to the provider itself: remove the live key"
                    + " or redress.stripe.api-base / redress.easypost.api-base")
    boolean isEveryLiveKeyUsedAtTheProviderItself() {
        return providers().noneMatch(provider -> provider.isLive() && provider.isElsewhere());
    }

    @AssertTrue(
            message = "redress.stripe.api-key and redress.easypost.api-key must both be live keys"
                    + " or both be test keys")
    boolean isNoLiveKeyBesideATestKey() {
        return providers().noneMatch(Provider::isLive) || providers().noneMatch(Provider::isTest);
    }

    private Stream<Provider> providers() {
        return Stream.of(stripe, easypost);
    }

    record Provider(
            @DefaultValue("") String apiKey,
            @DefaultValue("") String apiBase) {

        boolean isLive() {
            return Stream.of("sk_live_", "rk_live_", "EZAK").anyMatch(apiKey::startsWith);
        }

        boolean isTest() {
            return Stream.of("sk_test_", "rk_test_", "EZTK").anyMatch(apiKey::startsWith);
        }

        boolean isElsewhere() {
            return !apiBase.isBlank();
        }

        /** Without the key: this text may reach a log. */
        @Override
        public String toString() {
            return "Provider[apiBase=%s]".formatted(apiBase);
        }
    }
}
