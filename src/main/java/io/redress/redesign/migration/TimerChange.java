package io.redress.redesign.migration;

import java.time.Instant;

/**
 * A change of a timer, or of a clock within the house.
 *
 * @param element the label of the event that waits, or the title of the clock
 * @param from when it was due, {@code null} where there was none
 * @param to when it is due, {@code null} where there is none any more
 */
public record TimerChange(String element, Instant from, Instant to) {

    /** In what way it changes. */
    public enum Kind {
        /** It is due at another time. */
        MOVES,
        /** It has gone. */
        VANISHES,
        /** It is new, and not due yet. */
        BEGINS,
        /** It is new, and due at once. */
        FIRES
    }

    /** @param now what counts as due */
    public Kind kind(Instant now) {
        if (to == null) {
            return Kind.VANISHES;
        }
        if (from != null) {
            return Kind.MOVES;
        }
        return to.isAfter(now) ? Kind.BEGINS : Kind.FIRES;
    }
}
