package io.redress.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One payment to be made up.
 *
 * @param customer Stripe's customer id
 * @param amount minor units
 * @param currency lower case, as Stripe writes it
 * @param paymentMethod one of Stripe's test methods, {@code pm_card_visa} for an ordinary one
 * @param metadata {@code order_number} and, for a subscription, {@code order_line}
 * @param at epoch seconds
 */
public record Sale(
        String customer,
        String name,
        String email,
        long amount,
        String currency,
        String paymentMethod,
        String description,
        ObjectNode metadata,
        long at) {

    /** The same at another time. */
    public Sale at(long epochSecond) {
        return new Sale(customer, name, email, amount, currency, paymentMethod, description, metadata, epochSecond);
    }
}
