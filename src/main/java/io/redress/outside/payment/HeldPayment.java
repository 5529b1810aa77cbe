package io.redress.outside.payment;

/**
 * A payment together with its holder: who holds it, and by which name it is known there.
 *
 * @param provider the shop's word for who holds it, such as {@code stripe} or {@code shop}; {@code null} where no order
 *     lists the payment, so that it can only be Stripe's
 * @param reference the holder's own id of it
 * @param orderNumber the order that was paid, {@code null} where it is not known
 */
public record HeldPayment(String provider, String reference, String orderNumber) {}
