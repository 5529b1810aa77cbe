package io.redress.order;

/** The shop or its warehouse gave no answer that can be relied on. */
public class ShopUnavailable extends RuntimeException {

    private final boolean worthRetrying;

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no shop is configured */
    public ShopUnavailable(String message, boolean worthRetrying, Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
    }

    public boolean isWorthRetrying() {
        return worthRetrying;
    }
}
