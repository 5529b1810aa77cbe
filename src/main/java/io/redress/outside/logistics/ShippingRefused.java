package io.redress.outside.logistics;

/**
 * The exception for a label or a pick-up that no later attempt can bring about; the message says why, in plain words
 * for a person.
 */
public class ShippingRefused extends RuntimeException {

    public ShippingRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
