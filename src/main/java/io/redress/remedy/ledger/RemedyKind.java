package io.redress.remedy.ledger;

/** The kinds of remedy: how something is made good. */
public enum RemedyKind {
    REFUND,
    REPLACEMENT,
    /** Somebody fetches the goods at the customer's door. */
    COLLECTION,
    REPAIR,
    /** Something on top of what is due, never instead of it. */
    GOODWILL,
    APOLOGY
}
