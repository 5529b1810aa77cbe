package io.redress.time.law;

/** The kind of buyer, as the law sees it. */
public enum Buyer {
    CONSUMER,
    BUSINESS
}
