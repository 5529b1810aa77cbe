package io.redress.time.clock;

/**
 * The reason why a clock is paused. Waiting for a carrier, a warehouse or a bank is none: the customer waits meanwhile.
 */
public enum PauseReason {
    /** We asked the customer, and only they can go on. */
    WAITING_FOR_CUSTOMER,
    /** Made good and explained; the total time goes on where the customer is not content. */
    RESOLVED
}
