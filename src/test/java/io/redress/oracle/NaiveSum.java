package io.redress.oracle;

import io.redress.oracle.Right.Kind;
import io.redress.oracle.Situation.Bought;
import io.redress.oracle.Situation.ByHand;
import io.redress.oracle.Situation.ByShop;
import io.redress.oracle.Situation.Event;
import io.redress.oracle.Situation.Fate;
import io.redress.oracle.Situation.Line;
import io.redress.oracle.Situation.Outcome;
import io.redress.oracle.Situation.Paid;
import io.redress.oracle.Situation.Question;
import io.redress.oracle.Situation.Refunded;
import io.redress.oracle.Situation.Replaced;
import io.redress.oracle.Situation.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sum of what is owed, as plainly as the rule says it:
 *
 * <ol>
 *   <li>Lines, fees and total are the same, and the total is what was captured; else the order contradicts itself. A
 *       payment beyond the total that was paid back in full was a mistake and is no part of the order.
 *   <li>Pieces that were paid back in full or sent again are made good, in one case once; only the rest can be. What the
 *       case itself did in an earlier round was for the pieces that it speaks of.
 *   <li>Money that was given back for a part of a line's price is taken off. Other cases speak of different pieces as long
 *       as there are any, so that theirs is taken off the affected ones as far as the rest cannot have had it.
 *   <li>The fees are owed once the price of everything that travelled is given back, this time included.
 *   <li>Money that nobody says what it was for may have been for what is affected, or for anything else; money that a
 *       person is dealing with may be given yet, or not.
 *   <li>Never less than nothing, and never more than is left of what was captured. Where a provider cannot move the exact
 *       amount, the next greater one.
 * </ol>
 */
public final class NaiveSum {

    /** The case that the complaint belongs to, in an earlier round. */
    public static final String OWN = "own";

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Bought order;
    private final List<Event> past;
    private final List<Paid> paid;
    private final Map<Integer, Integer> affected;
    private final Situation situation;

    private NaiveSum(Situation situation) {
        this.situation = situation;
        this.order = situation.order();
        this.affected = situation.affected();
        Set<String> mistakes = mistakes(situation);
        this.past = situation.past().stream()
                .filter(event -> !mistakes.contains(payment(event)))
                .toList();
        this.paid = order.payments().stream()
                .filter(payment -> !mistakes.contains(payment.reference()))
                .toList();
    }

    public static Right of(Situation situation) {
        return new NaiveSum(situation).right();
    }

    private Right right() {
        BigDecimal captured = sum(paid.stream().map(Paid::captured).toList());
        BigDecimal given = given();
        BigDecimal left = captured.subtract(given);
        BigDecimal bought = order.delivery().add(sum(List.copyOf(order.fees().values())));
        for (Line line : order.lines()) {
            bought = bought.add(times(line.price(), line.pieces()));
        }
        if (bought.compareTo(order.total()) != 0 || captured.compareTo(order.total()) != 0) {
            return new Right(Kind.CONTRADICTION, null, null);
        }
        if (contradictsProvider()) {
            return new Right(Kind.CONTRADICTION, null, null);
        }
        if (paid.stream().anyMatch(Paid::disputed)) {
            return new Right(Kind.OPEN, null, null);
        }
        if (situation.question() == Question.PERSON) {
            return new Right(Kind.UP_TO, ZERO, payable(chosen()).min(left));
        }
        BigDecimal owed = ZERO;
        int pieces = 0;
        boolean allIsBack = true;
        for (Line line : order.lines()) {
            int open = line.pieces() - madeGood(line);
            int still = affected.getOrDefault(line.line(), 0) - madeGoodByItself(line);
            int meant = Math.max(0, Math.min(still, open));
            if (partlyRefundedByItself(line) > Math.max(0, still)) {
                return new Right(Kind.OPEN, null, null);
            }
            BigDecimal elsewhere = positive(givenOfOpenPieces(line, false).subtract(times(line.price(), open - meant)));
            BigDecimal ofThese = givenOfOpenPieces(line, true).add(elsewhere);
            BigDecimal ofLine = positive(times(line.price(), meant).subtract(ofThese));
            allIsBack &=
                    !travels(line) || givenFor(line).add(ofLine).compareTo(times(line.price(), line.pieces())) >= 0;
            owed = owed.add(ofLine);
            pieces += meant;
        }
        if (situation.question() == Question.CLAIM && pieces == 0 || captured.signum() > 0 && left.signum() <= 0) {
            return new Right(Kind.NOTHING_LEFT, ZERO, ZERO);
        }
        if (travelledFreeOnly()
                && order.delivery().add(sum(List.copyOf(order.fees().values()))).signum() > 0) {
            return new Right(Kind.OPEN, null, null);
        }
        if (allIsBack) {
            BigDecimal fees = positive(order.delivery().subtract(givenFor("")));
            for (Map.Entry<String, BigDecimal> fee : order.fees().entrySet()) {
                fees = fees.add(positive(fee.getValue().subtract(givenFor(fee.getKey()))));
            }
            owed = owed.add(fees);
        }
        BigDecimal least =
                payable(positive(owed.subtract(unnamed()).subtract(inDoubt()))).min(left);
        BigDecimal most = payable(owed).min(left);
        if (least.compareTo(most) == 0) {
            return most.signum() == 0 && left.signum() == 0 && given.signum() > 0
                    ? new Right(Kind.NOTHING_LEFT, ZERO, ZERO)
                    : Right.pay(most);
        }
        return new Right(Kind.ASK, least, most);
    }

    /**
     * What is left of the lines and fees that a person chose; what was only sent again is not taken off. The rule gives
     * further fees back whoever decides.
     */
    private BigDecimal chosen() {
        BigDecimal chosen = ZERO;
        boolean allIsBack = true;
        for (Line line : order.lines()) {
            BigDecimal price = times(line.price(), line.pieces());
            BigDecimal ofLine = positive(price.subtract(givenFor(line)))
                    .min(times(line.price(), affected.getOrDefault(line.line(), 0)));
            allIsBack &= !travels(line) || givenFor(line).add(ofLine).compareTo(price) >= 0;
            chosen = chosen.add(ofLine);
        }
        for (Map.Entry<String, BigDecimal> fee : order.fees().entrySet()) {
            if (allIsBack || situation.ticked().contains(fee.getKey())) {
                chosen = chosen.add(positive(fee.getValue().subtract(givenFor(fee.getKey()))));
            }
        }
        return situation.ticked().contains("")
                ? chosen.add(positive(order.delivery().subtract(givenFor(""))))
                : chosen;
    }

    private static String payment(Event event) {
        if (event instanceof ByHand byHand) {
            return byHand.payment();
        }
        return event instanceof Refunded refunded ? refunded.payment() : null;
    }

    /** Payments beyond the total that were paid back in full, for no article. */
    private static Set<String> mistakes(Situation situation) {
        Set<String> mistakes = new HashSet<>();
        BigDecimal captured =
                sum(situation.order().payments().stream().map(Paid::captured).toList());
        List<Paid> latestFirst = new ArrayList<>(situation.order().payments());
        Collections.reverse(latestFirst);
        for (Paid payment : latestFirst) {
            BigDecimal back = ZERO;
            boolean forSomething = false;
            for (Event event : situation.past()) {
                if (payment.reference().equals(payment(event))) {
                    back = back.add(givenBy(event));
                    forSomething |= event instanceof Refunded refunded
                            && !refunded.shares().isEmpty();
                }
            }
            boolean beyond = captured.subtract(payment.captured())
                            .compareTo(situation.order().total())
                    >= 0;
            if (payment.asked() && beyond && !forSomething && back.compareTo(payment.captured()) >= 0) {
                mistakes.add(payment.reference());
                captured = captured.subtract(payment.captured());
            }
        }
        return mistakes;
    }

    private static BigDecimal givenBy(Event event) {
        if (event instanceof ByHand byHand) {
            return byHand.outcome() == Outcome.FAILED ? ZERO : byHand.amount();
        }
        if (event instanceof ByShop byShop) {
            return byShop.atProvider() ? ZERO : byShop.amount();
        }
        return event instanceof Refunded refunded && refunded.fate() == Fate.GIVEN ? refunded.amount() : ZERO;
    }

    /** What the shop says that a provider paid back is among what the provider tells, or else with one who cannot be asked. */
    private BigDecimal given() {
        return sum(past.stream().map(NaiveSum::givenBy).toList())
                .add(positive(toldByShop().subtract(paidBackByHand())));
    }

    private BigDecimal toldByShop() {
        return sum(past.stream()
                .filter(event -> event instanceof ByShop byShop && byShop.atProvider())
                .map(event -> ((ByShop) event).amount())
                .toList());
    }

    private BigDecimal paidBackByHand() {
        return sum(past.stream()
                .filter(ByHand.class::isInstance)
                .map(NaiveSum::givenBy)
                .toList());
    }

    /** What was given back, less what somebody says it was for. */
    private BigDecimal unnamed() {
        return given().subtract(sum(shares().stream().map(Share::amount).toList()));
    }

    /** Whether the shop says that a provider paid back what nobody can have paid back. */
    private boolean contradictsProvider() {
        BigDecimal notAsked = sum(paid.stream()
                .filter(payment -> !payment.asked())
                .map(Paid::captured)
                .toList());
        return toldByShop().compareTo(paidBackByHand().add(notAsked)) > 0;
    }

    private BigDecimal inDoubt() {
        BigDecimal doubt = ZERO;
        for (Event event : past) {
            if (event instanceof Refunded refunded && refunded.fate() != Fate.GIVEN) {
                doubt = doubt.add(refunded.amount());
            }
        }
        return doubt;
    }

    private BigDecimal givenFor(String fee) {
        BigDecimal given = ZERO;
        for (Share share : shares()) {
            if (fee.equals(share.fee())) {
                given = given.add(share.amount());
            }
        }
        return given;
    }

    private BigDecimal givenFor(Line line) {
        BigDecimal given = ZERO;
        for (Share share : shares()) {
            if (share.line() != null && share.line() == line.line()) {
                given = given.add(share.amount());
            }
        }
        return given;
    }

    /** What was given back for a line or a fee that the order has. */
    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (Event event : past) {
            shares.addAll(shares(event));
        }
        return shares;
    }

    private List<Share> shares(Event event) {
        List<Share> shares = List.of();
        if (event instanceof Refunded refunded && refunded.fate() == Fate.GIVEN) {
            shares = refunded.shares();
        } else if (event instanceof ByShop byShop) {
            shares = byShop.shares();
        }
        return shares.stream()
                .filter(share ->
                        share.line() == null || order.lines().stream().anyMatch(line -> line.line() == share.line()))
                .toList();
    }

    /** What each case did for a line: pieces named in refunds, their money, and pieces sent again. */
    private static final class ForLine {
        private int refunded;
        private BigDecimal money = ZERO;
        private int replaced;

        private int paidBack(Line line) {
            return line.price().signum() == 0
                    ? refunded
                    : money.divideToIntegralValue(line.price()).intValue();
        }

        private int madeGood(Line line) {
            return Math.max(paidBack(line), replaced);
        }

        /** What it gave back of the price of pieces that it did not make good. */
        private BigDecimal part(Line line) {
            return positive(money.subtract(times(line.price(), madeGood(line))));
        }
    }

    private Map<String, ForLine> byCase(Line line) {
        Map<String, ForLine> byCase = new HashMap<>();
        for (Event event : past) {
            if (event instanceof Replaced replaced && replaced.line() == line.line()) {
                byCase.computeIfAbsent(replaced.inCase(), name -> new ForLine()).replaced += replaced.pieces();
            }
            String who = event instanceof Refunded refunded ? refunded.inCase() : "the shop";
            for (Share share : shares(event)) {
                if (share.line() != null && share.line() == line.line()) {
                    ForLine forLine = byCase.computeIfAbsent(who, name -> new ForLine());
                    forLine.refunded += share.pieces();
                    forLine.money = forLine.money.add(share.amount());
                }
            }
        }
        return byCase;
    }

    private int madeGood(Line line) {
        int madeGood = 0;
        for (ForLine done : byCase(line).values()) {
            madeGood += done.madeGood(line);
        }
        return madeGood;
    }

    private int madeGoodByItself(Line line) {
        ForLine own = byCase(line).get(OWN);
        return own == null ? 0 : own.madeGood(line);
    }

    /** Pieces of which the case itself gave back a part of the price. */
    private int partlyRefundedByItself(Line line) {
        ForLine own = byCase(line).get(OWN);
        return own == null || own.part(line).signum() == 0 ? 0 : own.refunded - own.madeGood(line);
    }

    /** What the case itself, or others, gave back of the price of pieces that are not made good. */
    private BigDecimal givenOfOpenPieces(Line line, boolean byItself) {
        BigDecimal given = ZERO;
        for (Map.Entry<String, ForLine> done : byCase(line).entrySet()) {
            if (done.getKey().equals(OWN) == byItself) {
                given = given.add(done.getValue().part(line));
            }
        }
        return given;
    }

    private boolean travels(Line line) {
        if (order.parcels().isEmpty()) {
            return true;
        }
        return order.parcels().stream().anyMatch(parcel -> parcel.getOrDefault(line.line(), 0) > 0);
    }

    private boolean travelledFreeOnly() {
        return order.lines().stream()
                .noneMatch(line -> travels(line) && line.price().signum() > 0);
    }

    /** Providers move no thousandths; the customer has the next hundredth. */
    private static BigDecimal payable(BigDecimal amount) {
        return amount.setScale(Math.min(2, amount.scale()), RoundingMode.UP);
    }

    private static BigDecimal positive(BigDecimal amount) {
        return amount.max(ZERO);
    }

    private static BigDecimal times(BigDecimal price, int pieces) {
        return price.multiply(BigDecimal.valueOf(pieces));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(ZERO, BigDecimal::add);
    }
}
