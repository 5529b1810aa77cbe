package io.redress.mending.standstill.process;

import io.redress.core.input.RefusedInput;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.MendingChoice;

/** A way on from a standstill. */
interface WayOn {

    /** What a person chooses to go this way. */
    MendingChoice choice();

    /**
     * Goes on.
     *
     * @param by the user id of who decided that
     * @param reason why, in that person's words
     * @throws RefusedInput where this way is closed; its sentence says why, and what else is possible
     */
    void go(Mending mending, String by, String reason);

    /** The refusal of a way, with the sentence about it. */
    static RefusedInput closed(String sentence) {
        return new RefusedInput("mend", sentence);
    }
}
