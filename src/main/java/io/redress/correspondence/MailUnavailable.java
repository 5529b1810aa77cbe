package io.redress.correspondence;

/** A mail could not be handed over just now; it is to be tried again. */
public class MailUnavailable extends RuntimeException {

    MailUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
