package io.redress.remedy.owed;

import org.joda.money.Money;

/**
 * A payment of which money can be given back now.
 *
 * @param provider who holds it, in the shop's word; {@code null} where no order lists it
 * @param payment the provider's reference; {@code null} for everything that was paid at providers whom we cannot ask,
 *     which a person gives back by hand
 * @param charge {@code null} where the payment's own is meant
 * @param left what can still be given back of it, always positive
 */
public record RefundSource(String provider, String payment, String charge, Money left) {}
