package io.redress.drill;

/** What is done outside for a customer, once and no more. */
enum Action {
    REFUND,
    REPLACEMENT,
    CREDIT,
    /** The surplus subscription is ended. It has no row of its own in the ledger. */
    CANCELLATION
}
