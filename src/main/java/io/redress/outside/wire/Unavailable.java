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

    /**
     * Whether anything was asked; where not, nothing can have happened, and whoever asks comes back. Who has been down
     * for long counts as asked, so that they do not come back for ever.
     */
    public final boolean wasAsked() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CallNotPermitted refused) {
                return refused.isDownForLong();
            }
        }
        return true;
    }

    public final boolean isWorthRetrying() {
        return worthRetrying;
    }

    /** The same for an attempt that may be the last; it is not where nothing was asked. */
    public final boolean isWorthRetrying(boolean lastAttempt) {
        return worthRetrying && !(lastAttempt && wasAsked());
    }

    /** How long to wait before the next attempt; never negative, empty where nobody said. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
