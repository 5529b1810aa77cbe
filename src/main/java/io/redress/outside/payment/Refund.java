package io.redress.outside.payment;

import java.time.Instant;
import org.joda.money.Money;

/**
 * A refund as the provider tells it.
 *
 * @param id the provider's id
 * @param key our key where we made it, {@code null} where it was made by hand
 * @param paymentReference the payment it belongs to, {@code null} where the provider does not say
 * @param failureReason why it failed, in words that a handler understands and with the provider's own code in brackets;
 *     {@code null} unless failed
 */
public record Refund(
        String id,
        String key,
        String paymentReference,
        String charge,
        Money amount,
        Status status,
        String failureReason,
        Instant createdAt) {

    /** A succeeded refund can still fail later. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
