package io.redress.deadline;

/** What a clock counts towards. */
public enum ClockKind {
    /** The message that the complaint has arrived. */
    ACKNOWLEDGEMENT,
    /** The first reply of a person, or a conclusive decision that reached the customer. */
    FIRST_ANSWER,
    /** The remedy, made good and explained. */
    RESOLUTION
}
