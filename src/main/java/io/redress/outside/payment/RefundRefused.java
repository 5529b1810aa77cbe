package io.redress.outside.payment;

/** The exception for a refund that the payment provider refuses for good; nothing was paid. */
public class RefundRefused extends RuntimeException {

    private final String code;

    /**
     * @param code the provider's own error code, such as {@code charge_already_refunded}
     * @param message why, in words that a handler understands
     */
    public RefundRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
