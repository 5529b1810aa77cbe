package io.redress.remedy;

/** A way back that cannot be arranged without a person; the message says why. */
public class ReturnRefused extends RuntimeException {

    ReturnRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
