package io.redress.complaint.customer;

/** Who complains, seen from the order. */
public enum ComplainantRole {
    BUYER,
    RECIPIENT,
    REPRESENTATIVE
}
