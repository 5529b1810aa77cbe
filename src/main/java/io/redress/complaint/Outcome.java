package io.redress.complaint;

/** How a complaint ended. */
public enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    REFUSED,
    WITHDRAWN,
    NO_ANSWER_OWED
}
