package io.redress.sandbox.http;

/**
 * An order to fail.
 *
 * @param count how many of the next requests it strikes
 * @param path only requests whose path starts so; empty for all; with {@code POST } before it, only those that change
 *     something; for the engine, the id of the BPMN element that fails
 * @param seconds how late a slow answer comes, or how long a limited caller is to wait
 */
public record Fault(Provider provider, FaultKind kind, int count, String path, int seconds) {

    /** Longer than a patient client waits for one read, shorter than a test's patience. */
    public static final int SLOW_SECONDS = 10;

    private static final String WRITES = "POST ";

    public Fault {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
        if (provider == Provider.ENGINE && (path.isBlank() || kind != FaultKind.ERROR_BEFORE)) {
            throw new IllegalArgumentException("a fault of the engine needs the kind error-before and, as its path,"
                    + " the id of a BPMN element");
        }
        if (seconds < 0) {
            throw new IllegalArgumentException("seconds must not be negative");
        }
    }

    /** A fault for the provider's next requests of any path. */
    public static Fault of(Provider provider, FaultKind kind, int count) {
        return new Fault(provider, kind, count, "", kind == FaultKind.RATE_LIMIT ? 1 : SLOW_SECONDS);
    }

    /** A fault inside a step of the engine. */
    public static Fault at(String step, int count) {
        return new Fault(Provider.ENGINE, FaultKind.ERROR_BEFORE, count, step, SLOW_SECONDS);
    }

    boolean strikes(Provider who, boolean effect, String where) {
        boolean writesOnly = kind.needsEffect() || path.startsWith(WRITES);
        String prefix = path.startsWith(WRITES) ? path.substring(WRITES.length()) : path;
        return provider == who && (effect || !writesOnly) && where.startsWith(prefix);
    }
}
