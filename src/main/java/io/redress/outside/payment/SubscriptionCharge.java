package io.redress.outside.payment;

import java.time.Instant;
import org.joda.money.Money;

/**
 * One charge of a subscription.
 *
 * @param orderNumber the shop's order that the subscription belongs to, {@code null} where the provider was not told
 * @param orderLine the line of that order, {@code null} where the provider was not told
 * @param periodStart the first instant of the billing period that was charged
 * @param periodEnd the first instant after that period
 * @param refunded what was given back already, by whomever
 * @param subscriptionActive whether the subscription goes on charging
 */
public record SubscriptionCharge(
        String charge,
        String paymentReference,
        String subscription,
        String orderNumber,
        String orderLine,
        Money amount,
        Money refunded,
        boolean disputed,
        Instant chargedAt,
        Instant periodStart,
        Instant periodEnd,
        boolean subscriptionActive) {}
