package io.redress.complaint.file;

/** The kind of problem, as the complainant names it. */
public enum Claim {
    NOT_RECEIVED,
    BILLED_TWICE,
    DEFECTIVE,
    WRONG_ITEM,
    INCOMPLETE,
    LATE,
    SERVICE,
    OTHER
}
