package io.redress.engine.job;

/**
 * The urgency of a step when more steps wait than can be run at once; most urgent first. The engine runs those with the
 * higher number first.
 */
public enum Urgency {
    /** Telling somebody that their complaint has arrived, and whatever is about people in danger. */
    ACKNOWLEDGEMENT(500),
    /** Finding out what is owed, paying it, sending it, and saying so. */
    MONEY(400),
    /** What is asked of customers, and answered to them. */
    QUESTION(300),
    /** Reminding those who have to act. */
    RUNG(200),
    /** Checking later whether all is well. */
    FOLLOW_UP(100);

    /** Less than the distance between two kinds, so that nobody's acknowledgement comes after somebody's reminder. */
    private static final long MOST_COUNTED = 99;

    private final long priority;

    Urgency(long priority) {
        this.priority = priority;
    }

    /** Whether a step with the first of the engine's numbers is of a less urgent kind than one with the other. */
    static boolean isLess(long priority, long than) {
        return kind(priority) < kind(than);
    }

    private static long kind(long priority) {
        return Math.floorDiv(priority + MOST_COUNTED, MOST_COUNTED + 1);
    }

    /** The engine's number for a step of a client for whom so many steps wait already. */
    long behind(long waiting) {
        return priority - Math.min(Math.max(0, waiting), MOST_COUNTED);
    }
}
