package io.redress.core.money;

/**
 * The exception for a text that is no amount, or could be more than one; the message is a sentence for the person or
 * system that wrote it.
 */
public final class UnreadableAmount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAmount(String message) {
        super(message);
    }
}
