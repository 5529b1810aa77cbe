package io.redress.complaint.file;

/** The status of a complaint. */
public enum Status {
    RECEIVED,
    VERIFYING,
    WAITING_FOR_CUSTOMER,
    WAITING_FOR_APPROVAL,
    MAKING_GOOD,
    WAITING_FOR_FOLLOW_UP,
    CLOSED,
    WITHDRAWN
}
