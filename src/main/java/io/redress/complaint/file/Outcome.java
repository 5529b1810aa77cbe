package io.redress.complaint.file;

/** The outcome of a complaint: how it ended. */
public enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    REFUSED,
    WITHDRAWN,
    NO_ANSWER_OWED
}
