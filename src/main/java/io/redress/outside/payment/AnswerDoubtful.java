package io.redress.outside.payment;

/**
 * The exception for an answer of the payment provider that cannot be true: it contradicts the question, or itself. What
 * the provider did is not known, asking once more is no use, and a person has to look there.
 */
public class AnswerDoubtful extends PaymentProviderUnavailable {

    /** @param message what does not fit, in words that a handler understands */
    public AnswerDoubtful(String message) {
        this(message, null);
    }

    /** @param message what does not fit, in words that a handler understands */
    public AnswerDoubtful(String message, Throwable cause) {
        super(message, false, cause);
    }
}
