package io.redress.remedy.owed;

import org.joda.money.Money;

/**
 * The amount owed of a fee of an order. The delivery fee and every further fee have one, unless they are zero.
 *
 * @param name the shop's own name of a further fee; empty for the delivery fee
 * @param given what the ledger gave back for this fee in all cases
 * @param left the fee less what was given, never below zero
 * @param owed what is left where the fee is owed, else zero; as with a line, what was given without an article is not
 *     yet taken off
 */
public record FeeOwed(FeeKind kind, String name, Money amount, Money given, Money left, Money owed) {}
