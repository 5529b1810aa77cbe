package io.redress.outside.wire;

import java.time.Clock;
import java.time.Duration;

/** Providers of which nothing is known yet, for adapters before a stub. */
public final class FreshProviders {

    private FreshProviders() {}

    /** Why a provider is not called. */
    public static CallNotPermitted refused(Duration comeBackAfter, boolean downForLong) {
        return new CallNotPermitted("No call to the provider now", comeBackAfter, downForLong);
    }

    /** With the limits of an operator who sets none; whoever is left alone is left alone for an hour. */
    public static Providers usual() {
        var hour = Duration.ofHours(1);
        return new Providers(new OutsideProperties(2, 10, 5, 50, hour, 90, hour, 2, hour), Clock.systemUTC());
    }

    /** With limits that no test of an adapter reaches. */
    public static Providers unlimited() {
        var hour = Duration.ofHours(1);
        return new Providers(
                new OutsideProperties(100, 1_000, 1_000, 100, hour, 100, hour, 1, hour), Clock.systemUTC());
    }
}
