package io.redress.outside.logistics;

import io.redress.outside.wire.Unavailable;
import java.time.Duration;

/** The exception for a carrier that gave no answer that can be relied on. */
public class CarrierUnavailable extends Unavailable {

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no carrier is configured */
    public CarrierUnavailable(String message, boolean worthRetrying, Throwable cause) {
        this(message, worthRetrying, null, cause);
    }

    /** @param retryAfter how long we were asked to wait, {@code null} where nobody said */
    public CarrierUnavailable(String message, boolean worthRetrying, Duration retryAfter, Throwable cause) {
        super(message, worthRetrying, retryAfter, cause);
    }

    @Override
    public String who() {
        return "the carrier";
    }
}
