package io.redress.outside.payment;

import io.redress.outside.wire.Unavailable;
import java.time.Duration;

/**
 * The exception for a payment provider that gave no answer that can be relied on; what was asked may or may not have
 * happened.
 */
public class PaymentProviderUnavailable extends Unavailable {

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no provider is configured */
    public PaymentProviderUnavailable(String message, boolean worthRetrying, Throwable cause) {
        this(message, worthRetrying, null, cause);
    }

    /** @param retryAfter how long we were asked to wait, {@code null} where nobody said */
    public PaymentProviderUnavailable(String message, boolean worthRetrying, Duration retryAfter, Throwable cause) {
        super(message, worthRetrying, retryAfter, cause);
    }

    @Override
    public String who() {
        return "the payment provider";
    }
}
