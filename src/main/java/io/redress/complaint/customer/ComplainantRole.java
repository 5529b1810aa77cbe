package io.redress.complaint.customer;

/** The role of the complainant, seen from the order, such as buyer or recipient. */
public enum ComplainantRole {
    BUYER,
    RECIPIENT,
    REPRESENTATIVE
}
