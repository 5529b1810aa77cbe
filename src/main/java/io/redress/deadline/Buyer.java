package io.redress.deadline;

/** Who bought, to the law. */
public enum Buyer {
    CONSUMER,
    BUSINESS
}
