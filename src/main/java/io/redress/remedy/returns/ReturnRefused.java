package io.redress.remedy.returns;

/** A way back that cannot be arranged without a person; the message says why. */
public class ReturnRefused extends RuntimeException {

    ReturnRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
