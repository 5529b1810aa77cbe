package io.redress.sandbox.http;

/**
 * An order to fail.
 *
 * @param count how many of the next requests it strikes
 * @param path only requests whose path starts so; empty for all
 * @param seconds how late a slow answer comes
 */
public record Fault(Provider provider, FaultKind kind, int count, String path, int seconds) {

    /** Longer than a patient client waits for one read, shorter than a test's patience. */
    public static final int SLOW_SECONDS = 10;

    public Fault {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
        if (seconds < 0) {
            throw new IllegalArgumentException("seconds must not be negative");
        }
    }

    /** A fault for the provider's next requests of any path. */
    public static Fault of(Provider provider, FaultKind kind, int count) {
        return new Fault(provider, kind, count, "", SLOW_SECONDS);
    }

    boolean strikes(Provider who, boolean effect, String where) {
        return provider == who && (effect || !kind.needsEffect()) && where.startsWith(path);
    }
}
