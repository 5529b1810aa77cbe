package io.redress.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order, what happened to it, and what is asked of it. Amounts are in major units.
 *
 * @param affected pieces by line of the order: what a complaint says is affected, what a person chose, or what the case
 *     wanted to send again and cannot
 * @param ticked the fees that a person chose, delivery as an empty name
 */
public record Situation(
        Bought order, List<Event> past, Question question, Map<Integer, Integer> affected, Set<String> ticked) {

    /** Who asks. */
    public enum Question {
        /** Nobody: evidence alone decides. */
        CLAIM,
        /** The warehouse has none; what was to be sent again is to be paid back. */
        NO_STOCK,
        /** A person, of what was chosen in the form. */
        PERSON
    }

    /** A claim that evidence decides. */
    public Situation(Bought order, List<Event> past, Map<Integer, Integer> affected) {
        this(order, past, Question.CLAIM, affected, Set.of());
    }

    Situation with(Bought other) {
        return new Situation(other, past, question, affected, ticked);
    }

    Situation with(List<Event> other) {
        return new Situation(order, other, question, affected, ticked);
    }

    Situation with(Map<Integer, Integer> other) {
        return new Situation(order, past, question, other, ticked);
    }

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
    public sealed interface Event permits ByHand, Refunded, Replaced, ByShop {}

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
     * @param line {@code null} for a fee; a number that the order does not have where the shop has changed it since
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

    /**
     * The shop paid money back, and says for what.
     *
     * @param shares what of the amount is whose; the rest belongs to nothing
     * @param atProvider whether it is also among what was paid back by hand at the provider
     */
    public record ByShop(BigDecimal amount, List<Share> shares, boolean atProvider) implements Event {}
}
