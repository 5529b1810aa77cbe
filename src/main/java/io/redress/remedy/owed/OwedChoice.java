package io.redress.remedy.owed;

import java.util.List;
import java.util.Set;

/**
 * A person's choice of what to make good, in place of what evidence says is affected.
 *
 * @param lines the pieces by line of the order; a line that is named twice counts once with all its pieces
 * @param deliveryFee whether what is left of the delivery fee is to be given back; {@code null} where the rule decides
 * @param fees the names of the further fees that are to be given back besides those that the rule gives back
 */
public record OwedChoice(List<LineQuantity> lines, Boolean deliveryFee, Set<String> fees) {

    public OwedChoice {
        lines = List.copyOf(lines);
        fees = Set.copyOf(fees);
    }

    /**
     * Pieces of a line of the order.
     *
     * @param line the line's number in the order
     * @param quantity at least 1; more than was ordered counts as all of it
     */
    public record LineQuantity(int line, int quantity) {}
}
