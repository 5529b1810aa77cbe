package io.redress.outside.wire;

import java.time.Duration;
import java.util.Optional;

/**
 * The exception for an outside system that gave no answer that can be relied on; what was asked may or may not have
 * happened.
 */
public abstract class Unavailable extends RuntimeException {

    private final boolean worthRetrying;
    private final transient Duration retryAfter;

    /**
     * @param worthRetrying {@code false} where no later attempt can help, such as where nothing is configured
     * @param retryAfter how long we were asked to wait, {@code null} where nobody said
     */
    protected Unavailable(String message, boolean worthRetrying, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    /** Who did not answer, as the middle of an English sentence, such as {@code the shop}. */
    public abstract String who();

    /** Whether anything was asked at all; where not, nothing can have happened. */
    public final boolean wasAsked() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CallNotPermitted) {
                return false;
            }
        }
        return true;
    }

    public final boolean isWorthRetrying() {
        return worthRetrying;
    }

    /** How long to wait before the next attempt; never negative, empty where nobody said. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
