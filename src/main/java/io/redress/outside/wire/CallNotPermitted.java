package io.redress.outside.wire;

import java.time.Duration;

/**
 * The reason why a provider was not called: it has as many calls as it may have at a time, or it is left alone because
 * it does not answer. Nothing was asked, so nothing can have happened.
 */
public final class CallNotPermitted extends RuntimeException {

    private final transient Duration comeBackAfter;
    private final boolean downForLong;

    CallNotPermitted(String message, Duration comeBackAfter, boolean downForLong) {
        super(message, null, false, false);
        this.comeBackAfter = comeBackAfter;
        this.downForLong = downForLong;
    }

    /** When there may be room; a different time for each who asks, so that not all come back together. */
    public Duration comeBackAfter() {
        return comeBackAfter;
    }

    /** Whether the provider has been down for so long that whoever waits for it needs another way. */
    public boolean isDownForLong() {
        return downForLong;
    }
}
