package io.redress.remedy.ledger;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The states of a remedy. The provider's own pending states are {@link #SENT}. */
public enum RemedyStatus {
    PROPOSED,
    APPROVED,
    /** Written down before the provider is asked, so that no crash can hide that it may have been. */
    SENT,
    /** Asked for, with no answer that can be relied on; settled by asking the provider what became of it. */
    UNKNOWN,
    SETTLED,
    FAILED,
    /** Never sent, and never will be. */
    SUPERSEDED;

    /** Whether money or goods are, or may be, on their way or there. */
    static final Set<RemedyStatus> OUT = Set.of(SENT, UNKNOWN, SETTLED);

    /** Whether the state machine of the ledger leads from here to there; the database keeps the same one. */
    boolean mayBecome(RemedyStatus next) {
        return switch (this) {
            case PROPOSED -> next == APPROVED || next == SUPERSEDED;
            case APPROVED -> next == SENT || next == SUPERSEDED;
            case SENT -> next == UNKNOWN || next == SETTLED || next == FAILED;
            case UNKNOWN -> next == SENT || next == SETTLED || next == FAILED;
            case SETTLED -> next == FAILED;
            case FAILED, SUPERSEDED -> false;
        };
    }

    /** The states that lead to one. */
    static Stream<RemedyStatus> before(RemedyStatus next) {
        return Arrays.stream(values()).filter(state -> state.mayBecome(next));
    }

    /** @throws IllegalTransition where the state machine of the ledger does not lead there */
    void requireMayBecome(RemedyStatus next) {
        if (!mayBecome(next)) {
            throw new IllegalTransition(this, next);
        }
    }

    /** Whether there is still something to do for it. */
    public boolean isOpen() {
        return this == APPROVED || this == SENT || this == UNKNOWN;
    }
}
