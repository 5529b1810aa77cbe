package io.redress.remedy.owed;

import org.joda.money.Money;

/**
 * One of the figures that a person compares where the sum is not certain.
 *
 * @param detail whose figure it is: a case number, a payment or a fee's name; empty where the kind says it all
 */
public record ComparedFigure(Kind kind, String detail, Money amount) {

    /** What a figure is of. */
    public enum Kind {
        /** The price of what is affected, fees included, as far as no line or fee had it back. */
        AFFECTED,
        /** The prices of all lines of the order together. */
        LINES,
        DELIVERY_FEE,
        OTHER_FEE,
        /** What the shop says that the order cost. */
        TOTAL,
        /** What a payment provider says that it took. */
        CAPTURED,
        /** What the shop says that was paid at a provider whom we cannot ask. */
        CAPTURED_ELSEWHERE,
        /** What was given back through a case; the detail is its number. */
        GIVEN_BY_CASE,
        /** What was given back at the provider by somebody else; the detail is the payment. */
        GIVEN_AT_PROVIDER,
        /** What the shop says that it gave back itself, as far as no provider tells of it. */
        GIVEN_BY_SHOP,
        /** A refund that failed and that a person still takes care of; the detail is the case. */
        BEING_RESOLVED,
        /** A refund that failed and of which a person said that it is not owed; the detail is the case. */
        RULED_NOT_OWED,
        /** What is left of a payment that cannot be used now, because it is disputed; the detail is the payment. */
        DISPUTED,
        /** What is left to give back of all payments. */
        LEFT
    }
}
