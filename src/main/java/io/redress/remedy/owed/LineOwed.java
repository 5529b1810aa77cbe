package io.redress.remedy.owed;

import org.joda.money.Money;

/**
 * The amount owed for one line of an order. Every line of the order has one, even where nothing of it is affected.
 *
 * @param line the line's number in the order
 * @param ordered how many pieces were bought
 * @param affected how many pieces are to be made good in money or goods; pieces that were made good before are not
 *     among them, unless a person chose them
 * @param unitPrice of one piece after discount, tax included
 * @param price of all pieces together
 * @param given what the ledger gave back for this line in all cases, what is about to be given in others included
 * @param left what can still be given back for the line: its price less what was given, never below zero
 * @param owed what of it is owed for the affected pieces. What was given back without an article is not yet taken off,
 *     because nobody knows for which line it was
 */
public record LineOwed(
        int line,
        String sku,
        String description,
        int ordered,
        int affected,
        Money unitPrice,
        Money price,
        Money given,
        Money left,
        Money owed) {

    /** The price of the affected pieces. */
    public Money priceOfPieces() {
        return unitPrice.multipliedBy(affected);
    }
}
