package io.redress.time.law;

/** Who bought, to the law. */
public enum Buyer {
    CONSUMER,
    BUSINESS
}
