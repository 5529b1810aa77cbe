package io.redress.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An order, what happened to it, and what a complaint says is affected. Amounts are in major units.
 *
 * @param affected pieces by line of the order
 */
public record Situation(Bought order, List<Event> past, Map<Integer, Integer> affected) {

    /**
     * @param total what the shop says that everything cost
     * @param fees further fees, each name once
     * @param parcels what is in each, as pieces by line
     */
    public record Bought(
            String currency,
            List<Line> lines,
            BigDecimal delivery,
            Map<String, BigDecimal> fees,
            BigDecimal total,
            List<Map<Integer, Integer>> parcels,
            List<Paid> payments) {}

    public record Line(int line, String sku, int pieces, BigDecimal price) {}

    /** @param asked whether the provider who holds it can be asked; else the shop's word is all that is known */
    public record Paid(String reference, boolean asked, BigDecimal captured, boolean disputed) {}

    /** Something that gave, or was to give, something back. */
    public sealed interface Event permits ByHand, Refunded, Replaced {}

    /** Somebody paid money back at the provider, for what nobody says. */
    public record ByHand(String payment, BigDecimal amount, Outcome outcome) implements Event {}

    public enum Outcome {
        SUCCEEDED,
        PENDING,
        FAILED
    }

    /**
     * A case paid money back.
     *
     * @param payment {@code null} where it was given back outside
     * @param shares what of the amount is whose; the rest belongs to nothing
     */
    public record Refunded(String inCase, String payment, BigDecimal amount, List<Share> shares, Fate fate)
            implements Event {}

    /**
     * @param line {@code null} for a fee
     * @param fee the fee's name, empty for delivery; {@code null} for a line
     * @param pieces 0 where another refund of the case names them, and for fees
     */
    public record Share(Integer line, String fee, int pieces, BigDecimal amount) {}

    public enum Fate {
        /** The customer has it, or it is under way. */
        GIVEN,
        /** It failed, and a person is looking for another way. */
        BEING_RESOLVED,
        /** It failed, and a person said that it is not owed. */
        NOT_OWED
    }

    /** A case sent pieces of a line again. */
    public record Replaced(String inCase, int line, int pieces) implements Event {}
}
