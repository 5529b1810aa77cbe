package io.redress.verification.evidence;

/** The state of the complaint's parcel, as far as it matters for making it good. */
public enum ParcelState {
    LOST,
    DELIVERED_UNSIGNED,
    DELIVERED_SIGNED,
    IN_TRANSIT,
    RETURNED,
    UNKNOWN,
    /** No parcel is concerned. */
    NONE
}
