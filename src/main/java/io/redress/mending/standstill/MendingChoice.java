package io.redress.mending.standstill;

/** What a person does about a standstill. */
public enum MendingChoice {
    TRY_AGAIN,
    DECIDE_BY_HAND,
    GO_ON
}
