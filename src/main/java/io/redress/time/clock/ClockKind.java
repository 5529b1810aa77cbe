package io.redress.time.clock;

/** The kind of a clock: what it counts towards. */
public enum ClockKind {
    /** The message that the complaint has arrived. */
    ACKNOWLEDGEMENT(Owed.TO_THE_CUSTOMER, Pauses.NEVER),
    /** The first reply of a person, or a conclusive decision that reached the customer; not the acknowledgement. */
    FIRST_ANSWER(Owed.TO_THE_CUSTOMER, Pauses.WHILE_THE_CUSTOMER_IS_ASKED),
    /** A reply to what the customer wrote unasked; one for each time that they wait for one. */
    NEXT_ANSWER(Owed.WITHIN_THE_HOUSE, Pauses.NEVER),
    /** Another instant that the customer was told when an earlier promise could not be kept. */
    HOLDING(Owed.TO_THE_CUSTOMER, Pauses.WHILE_THE_CUSTOMER_IS_ASKED),
    /** The remedy of this round, made good and explained. */
    RESOLUTION(Owed.TO_THE_CUSTOMER, Pauses.WHILE_THE_CUSTOMER_IS_ASKED),
    /** The last resolution, over all rounds: reopening lets it go on. */
    RESOLUTION_TOTAL(Owed.WITHIN_THE_HOUSE, Pauses.WHILE_THE_CUSTOMER_IS_ASKED),
    /** The next thing that the customer notices of us; it begins anew with each, whoever has claimed the case. */
    OWNER_ACTION(Owed.WITHIN_THE_HOUSE, Pauses.WHILE_THE_CUSTOMER_IS_ASKED),
    /** A colleague's advice that somebody asked for; its subject is the request. */
    ADVICE(Owed.WITHIN_THE_HOUSE, Pauses.NEVER),
    /** What a law or an agreement allows us; its subject is the row of {@code legal-deadline.dmn}. */
    LEGAL(Owed.BY_LAW, Pauses.NEVER),
    /**
     * Until when the customer has a right by law, such as a guarantee: nothing is owed by its end, so nobody is late.
     */
    LEGAL_RIGHT(Owed.BY_NOBODY, Pauses.NEVER),
    /** Our evidence against a customer's dispute; the date is the bank's, and the clock is a matter among staff. */
    DISPUTE_EVIDENCE(Owed.BY_LAW, Pauses.NEVER);

    private enum Owed {
        TO_THE_CUSTOMER,
        WITHIN_THE_HOUSE,
        BY_LAW,
        BY_NOBODY
    }

    private enum Pauses {
        NEVER,
        WHILE_THE_CUSTOMER_IS_ASKED
    }

    private final Owed owed;
    private final Pauses pauses;

    ClockKind(Owed owed, Pauses pauses) {
        this.owed = owed;
        this.pauses = pauses;
    }

    /** Whether it is a promise that the customer was given. */
    public boolean isPromise() {
        return owed == Owed.TO_THE_CUSTOMER;
    }

    /** Whether others than we set its end, so that no rule of ours ends, pauses or moves it. */
    public boolean isSetByOthers() {
        return owed == Owed.BY_LAW || owed == Owed.BY_NOBODY;
    }

    /** Whether something must have happened by its end. */
    public boolean isOwed() {
        return owed != Owed.BY_NOBODY;
    }

    /** Whether it stands still while we wait for an answer of the customer. */
    boolean mayPause() {
        return pauses == Pauses.WHILE_THE_CUSTOMER_IS_ASKED;
    }
}
