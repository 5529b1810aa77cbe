package io.redress.outside.wire;

import java.time.Duration;

/** Providers of which nothing is known yet, for adapters before a stub. */
public final class FreshProviders {

    private FreshProviders() {}

    /** Why a provider is not called. */
    public static CallNotPermitted refused(Duration comeBackAfter, boolean downForLong) {
        return new CallNotPermitted("No call to the provider now", comeBackAfter, downForLong);
    }
}
