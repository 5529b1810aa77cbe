package io.redress.outside.wire;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * The providers as this node sees them, in the health of the application, which stays up: a provider that is down is
 * waited for, and no other node would do better.
 */
@Component("providersHealthIndicator")
class ProviderHealth extends AbstractHealthIndicator {

    private final Providers providers;

    ProviderHealth(Providers providers) {
        this.providers = providers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (CallLimit limit : providers.limits()) {
            var since = limit.downSince();
            health.withDetail(limit.provider(), since == null ? "answers" : "does not answer since " + since);
        }
    }
}
