package io.redress.outside.wire;

import java.io.InterruptedIOException;

/** The difference between a provider that does not work and one that says no. */
public final class ProviderFailure {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private ProviderFailure() {}

    /** Whether a provider that answers with this HTTP status should be left alone for a while. */
    public static boolean isStatus(int status) {
        return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
    }

    /** Whether it was the provider that did not answer, and not we who stopped waiting because this node ends. */
    public static boolean isSilence(Throwable noAnswer) {
        return !(noAnswer instanceof InterruptedIOException)
                && !(noAnswer.getCause() instanceof InterruptedIOException)
                && !Thread.currentThread().isInterrupted();
    }
}
