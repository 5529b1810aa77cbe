package io.redress.outside.order;

import io.redress.outside.wire.Unavailable;
import java.time.Duration;

/** The exception for a shop or warehouse that gave no answer that can be relied on. */
public class ShopUnavailable extends Unavailable {

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no shop is configured */
    public ShopUnavailable(String message, boolean worthRetrying, Throwable cause) {
        this(message, worthRetrying, null, cause);
    }

    /** @param retryAfter how long we were asked to wait, {@code null} where nobody said */
    public ShopUnavailable(String message, boolean worthRetrying, Duration retryAfter, Throwable cause) {
        super(message, worthRetrying, retryAfter, cause);
    }

    @Override
    public String who() {
        return "the shop";
    }
}
