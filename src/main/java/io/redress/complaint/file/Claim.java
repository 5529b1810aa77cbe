package io.redress.complaint.file;

/** What went wrong, as the complainant says. */
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
