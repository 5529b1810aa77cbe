package io.redress.deadline;

import java.util.List;
import java.util.stream.Stream;

/** What a clock counts towards. */
public enum ClockKind {
    /** The message that the complaint has arrived. */
    ACKNOWLEDGEMENT,
    /** The first reply of a person, or a conclusive decision that reached the customer. */
    FIRST_ANSWER,
    /** The remedy, made good and explained. */
    RESOLUTION,
    /** Our evidence against a customer's dispute; the date is the bank's, and the clock is a matter among staff. */
    DISPUTE_EVIDENCE;

    /** Whether it is a promise to the customer, which every case makes and which ends with the case. */
    public boolean isPromise() {
        return this != DISPUTE_EVIDENCE;
    }

    static List<ClockKind> promises() {
        return Stream.of(values()).filter(ClockKind::isPromise).toList();
    }
}
