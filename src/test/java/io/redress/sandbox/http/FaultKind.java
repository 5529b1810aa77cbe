package io.redress.sandbox.http;

import java.util.Locale;
import java.util.stream.Stream;

/** The ways in which a peer lets its caller down. */
public enum FaultKind {
    /** The connection breaks before anything is read. */
    DOWN,
    /** The effect happens at once, its answer comes late. */
    SLOW,
    /** A 500, and nothing happened. */
    ERROR_BEFORE,
    /** It happened, and a 500. */
    ERROR_AFTER,
    /** It happened, and the connection closes without an answer. */
    LOST_ANSWER,
    /** The answer arrives a byte a second. */
    DRIP,
    /** A 429 with Retry-After, and nothing happened. */
    RATE_LIMIT;

    /** As the control API spells it; {@link IllegalArgumentException} names the choices. */
    public static FaultKind named(String name) {
        return Stream.of(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind must be down, slow, error-before, error-after, lost-answer, drip or rate-limit"));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the fault has no meaning for a request that changes nothing; such a request passes unharmed. */
    boolean needsEffect() {
        return this == ERROR_AFTER || this == LOST_ANSWER;
    }
}
