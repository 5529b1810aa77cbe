package io.redress.core.money;

/** Thrown where what is written is no amount, or could be more than one; the message is a sentence for who wrote it. */
public final class UnreadableAmount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAmount(String message) {
        super(message);
    }
}
