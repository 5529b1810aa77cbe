package io.redress.remedy.owed;

import java.util.List;
import org.joda.money.Money;

/**
 * The result of the sum for a case: what is affected, less what was given back by anybody, in any form, in any case of
 * the order; never below zero, never above what is left of what was captured. All amounts are in the order's currency
 * and, where they are to be paid, amounts that a payment provider can move.
 *
 * @param least what is owed for certain: where money was given back without an article, as if all of it had been for
 *     what is affected
 * @param most what may be given back at most, by a person; equal to {@code least} where the sum is certain
 * @param lines every line of the order, in its order
 * @param fees the fees of the order, the delivery fee first
 * @param givenBack everything that was given back for the order, and what other cases are about to give back
 * @param captured what was taken for the order by all providers; surplus charges that were paid back in full are left
 *     out, here and in {@code givenBack}
 * @param figures what a person has to compare, also where the sum is certain
 * @param sources the payments that money can be given back of now, the earliest first, what is outside last
 */
public record Owed(
        Certainty certainty,
        Money least,
        Money most,
        List<LineOwed> lines,
        List<FeeOwed> fees,
        Money givenBack,
        Money captured,
        List<ComparedFigure> figures,
        List<RefundSource> sources) {

    public Owed {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
        figures = List.copyOf(figures);
        sources = List.copyOf(sources);
    }

    /** The sum as a sentence for staff, with the figures that led to it. */
    public String inWords() {
        return OwedExplanation.of(this);
    }

    /** Whether any piece is to be made good, in money or goods. */
    public boolean hasPieces() {
        return lines.stream().anyMatch(line -> line.affected() > 0);
    }

    /** The price of all pieces that are to be made good, whatever was given back for them. */
    public Money priceOfPieces() {
        return lines.stream().map(LineOwed::priceOfPieces).reduce(Money.zero(least.getCurrencyUnit()), Money::plus);
    }

    /** Whether a machine may pay {@link #least}, which can be zero. */
    public boolean isCertain() {
        return certainty == Certainty.CERTAIN;
    }
}
