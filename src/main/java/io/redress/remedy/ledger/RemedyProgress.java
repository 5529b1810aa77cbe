package io.redress.remedy.ledger;

/** The progress of the remedies of one kind, for the diagram's question after each step. */
public enum RemedyProgress {
    /** Nothing is left to do. */
    DONE,
    /** Another one of the same kind waits. */
    NEXT,
    /** The provider works on it; ask again. */
    PENDING,
    /** The stop switch holds it. */
    HELD,
    /** Every parcel is on its way. */
    SHIPPED,
    /** The warehouse has none. */
    NO_STOCK
}
