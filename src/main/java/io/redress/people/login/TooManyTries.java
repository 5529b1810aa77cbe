package io.redress.people.login;

import java.time.Duration;

/** The exception for a password that was not checked, because too many wrong ones came before it. */
public final class TooManyTries extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many wrong passwords were tried", null, false, false);
        this.wait = wait;
    }

    /** How long until the next attempt is checked, in whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** What to do about it, for whoever tried. */
    public String sentence() {
        return ("Too many wrong passwords came for this name or from this address. Wait %d seconds, then try again;"
                        + " where this login has worked before, the right password does not have to wait.")
                .formatted(seconds());
    }
}
