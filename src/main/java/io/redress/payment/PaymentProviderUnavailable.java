package io.redress.payment;

import java.time.Duration;
import java.util.Optional;

/** The payment provider gave no answer that can be relied on; what was asked may or may not have happened. */
public class PaymentProviderUnavailable extends RuntimeException {

    private final boolean worthRetrying;
    private final Duration retryAfter;

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no provider is configured */
    public PaymentProviderUnavailable(String message, boolean worthRetrying, Throwable cause) {
        this(message, worthRetrying, null, cause);
    }

    /** @param retryAfter how long the provider asks us to wait, {@code null} where it does not say */
    public PaymentProviderUnavailable(String message, boolean worthRetrying, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    public boolean isWorthRetrying() {
        return worthRetrying;
    }

    /** How long the provider asks us to wait before the next attempt; never negative, empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
