package io.redress.complaint;

/** Who complains, seen from the order. */
public enum ComplainantRole {
    BUYER,
    RECIPIENT,
    REPRESENTATIVE
}
