package io.redress.logistics;

/** The carrier gave no answer that can be relied on. */
public class CarrierUnavailable extends RuntimeException {

    private final boolean worthRetrying;

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no carrier is configured */
    public CarrierUnavailable(String message, boolean worthRetrying, Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
    }

    public boolean isWorthRetrying() {
        return worthRetrying;
    }
}
