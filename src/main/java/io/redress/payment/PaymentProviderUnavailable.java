package io.redress.payment;

/** The payment provider gave no answer that can be relied on; what was asked may or may not have happened. */
public class PaymentProviderUnavailable extends RuntimeException {

    private final boolean worthRetrying;

    /** @param worthRetrying {@code false} where no later attempt can help, such as where no provider is configured */
    public PaymentProviderUnavailable(String message, boolean worthRetrying, Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
    }

    public boolean isWorthRetrying() {
        return worthRetrying;
    }
}
