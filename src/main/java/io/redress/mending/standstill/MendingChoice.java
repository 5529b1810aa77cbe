package io.redress.mending.standstill;

/** A person's choice of what to do about a standstill. */
public enum MendingChoice {
    TRY_AGAIN,
    DECIDE_BY_HAND,
    GO_ON
}
