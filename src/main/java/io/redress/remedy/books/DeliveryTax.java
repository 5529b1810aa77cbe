package io.redress.remedy.books;

/**
 * The way in which the books are told of the tax in the delivery fee, or in another fee, where the shop does not tell
 * it.
 */
enum DeliveryTax {
    /** The fee is spread over the goods of the order by their tax rates, in proportion to their prices. */
    PROPORTIONAL,
    /** The fee is told without tax. */
    UNKNOWN
}
