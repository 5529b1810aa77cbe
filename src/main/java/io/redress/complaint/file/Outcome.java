package io.redress.complaint.file;

/** How a complaint ended. */
public enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    REFUSED,
    WITHDRAWN,
    NO_ANSWER_OWED
}
