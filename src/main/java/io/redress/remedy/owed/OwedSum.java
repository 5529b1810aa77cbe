package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import io.redress.remedy.owed.ComparedFigure.Kind;
import io.redress.remedy.owed.MadeGood.LineGiven;
import io.redress.verification.evidence.Evidence.PaymentFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The sum of what is owed for an order, from what is known of it alone.
 *
 * <p>With A what is affected and not yet given back for its line or fee, and U what was given back without an article:
 * at least A − U is owed and at most A, never more than is left of what was captured. Where both are equal the sum is
 * certain. U stands for refunds made by hand at the provider or by the shop, for those of cases that named no article,
 * and for reductions that the shop took off the whole order. Where everything that was captured is back, or every piece
 * was made good, nothing is left.
 *
 * <p>A fee is owed once all goods that travelled were made good in money, this case included: pieces without a parcel do
 * not hold it, nor does what cost nothing; where no parcel is known, everything travelled. Pieces that were replaced are
 * owed in money only where a person chooses them. What a person is resolving, or said not to be owed,
 * counts as given towards the least and as not given towards the most. A line that is charged each billing period is owed again with each; where it was made
 * good before, a person tells whether that was for another period.
 */
final class OwedSum {

    private final Order order;
    private final RemedyRequest wanted;
    private final Own own;
    private final Set<String> wronglyCharged;
    private final CapturedPayments taken;
    private final MadeGood given;
    private final Money none;
    private final Map<Integer, Integer> travelled;
    private final Map<String, Money> furtherFees = new LinkedHashMap<>();
    private final boolean recurring;

    private OwedSum(Question question) {
        this.order = question.order();
        this.wanted = question.wanted();
        this.own = question.own();
        this.wronglyCharged = question.wronglyCharged();
        this.none = Money.zero(order.currency());
        this.taken = new CapturedPayments(order, question.payments(), question.everybodyAnswered(), question.rows());
        List<LedgerRow> rows = new ArrayList<>(taken.rows());
        rows.add(LedgerRow.ofShop(order));
        this.given = MadeGood.of(order, rows);
        this.travelled = ShippedPieces.of(order);
        order.fees().forEach(fee -> furtherFees.merge(fee.name(), fee.amount(), Money::plus));
        this.recurring = order.lines().stream().anyMatch(Order.Line::recurring);
    }

    /**
     * Everything the sum is made from.
     *
     * @param payments the payments of the order as their providers told them
     * @param everybodyAnswered whether a payment that is not among them is known to be held by somebody else
     * @param wronglyCharged the references of the payments that should not have been taken
     * @param rows what the ledger has of the order, without what the present decision replaces
     * @param own the case that asks, where what it gave back was for the pieces that it speaks of; {@code null} where a
     *     person chose, who can give back any
     */
    record Question(
            Order order,
            List<PaymentFact> payments,
            boolean everybodyAnswered,
            Set<String> wronglyCharged,
            List<LedgerRow> rows,
            RemedyRequest wanted,
            Own own) {}

    /** @param affected the pieces by line that the case speaks of */
    record Own(String caseNumber, Map<Integer, Integer> affected) {}

    static Owed of(Question question) {
        return new OwedSum(question).owed();
    }

    private Owed owed() {
        List<LineOwed> lines = new ArrayList<>();
        Map<Integer, Money> least = new HashMap<>();
        int piecesToMakeGood = 0;
        Map<String, Integer> unknownLeft = new HashMap<>();
        for (Order.Line line : order.lines()) {
            int pieces = pieces(line, unknownLeft);
            LineOwed owed = line(line, pieces);
            piecesToMakeGood += owed.price().isZero() || owed.left().isPositive() ? pieces : 0;
            lines.add(owed);
            least.put(line.line(), least(line, owed));
        }
        Map<Integer, Money> most = new HashMap<>();
        lines.forEach(line -> most.put(line.line(), line.owed()));
        List<FeeOwed> fees = fees(feesDue(most));
        Money feesAtLeast = fees(feesDue(least)).stream().map(FeeOwed::owed).reduce(none, Money::plus);
        Money atMost = total(most).plus(fees.stream().map(FeeOwed::owed).reduce(none, Money::plus));
        Money atLeast = total(least).plus(feesAtLeast);
        return owed(lines, fees, atLeast, atMost, piecesToMakeGood);
    }

    private Money total(Map<Integer, Money> amounts) {
        return amounts.values().stream().reduce(none, Money::plus);
    }

    /** The pieces to make good: by machine only those that nobody made good yet. */
    private int pieces(Order.Line line, Map<String, Integer> unknownLeft) {
        int pieces = Math.min(wanted.of(line.line()), line.quantity());
        if (wanted.byPerson() || line.recurring()) {
            return pieces;
        }
        LineGiven before = given.line(line.line());
        int open = line.quantity() - before.piecesMadeGood();
        // Pieces that were sent again without a line may have been any of the article's.
        int unknown = unknownLeft.computeIfAbsent(line.sku(), given::piecesOfUnknownLine);
        int taken = Math.min(open, unknown);
        unknownLeft.put(line.sku(), unknown - taken);
        int still = own == null ? pieces : pieces - before.piecesMadeGoodBy(own.caseNumber());
        return Math.max(0, Math.min(still, open - taken));
    }

    private LineOwed line(Order.Line line, int pieces) {
        LineGiven before = given.line(line.line());
        Money price = before.price();
        Money left = line.recurring() ? price : Amounts.positive(price.minus(before.money()));
        return new LineOwed(
                line.line(),
                line.sku(),
                line.description(),
                line.quantity(),
                pieces,
                line.unitPrice(),
                price,
                before.money(),
                left,
                Amounts.positive(Amounts.lesser(line.unitPrice().multipliedBy(pieces), leftFor(line, before, left))));
    }

    /**
     * What is left of a line's price for the pieces that are asked for. A part of a price that another case gave back was
     * for other pieces as long as there are any, but never for those that were sent again; one that the case itself gave
     * back was for its own.
     */
    private Money leftFor(Order.Line line, LineGiven before, Money left) {
        if (line.recurring() || own == null) {
            return left;
        }
        int affected = Math.min(own.affected().getOrDefault(line.line(), 0), line.quantity());
        int still = Math.max(0, affected - before.piecesMadeGoodBy(own.caseNumber()));
        Money ofOwn = line.unitPrice().multipliedBy(still).minus(before.partsGivenBy(own.caseNumber()));
        return Amounts.lesser(left, Amounts.lesser(ofOwn, before.leftOfOpenPieces()));
    }

    private Money least(Order.Line line, LineOwed owed) {
        LineGiven before = given.line(line.line());
        if (line.recurring()) {
            return before.piecesMadeGood() > 0 ? none : owed.owed();
        }
        return Amounts.positive(Amounts.lesser(owed.owed(), owed.left().minus(before.inDoubt())));
    }

    /** Whether, with these amounts on top of earlier ones, all goods that travelled are made good in money. */
    private boolean feesDue(Map<Integer, Money> now) {
        return !wanted.pieces().isEmpty()
                && order.lines().stream()
                        .filter(line -> line.unitPrice().isPositive())
                        .noneMatch(line -> {
                            int pieces = Math.min(travelled.getOrDefault(line.line(), 0), line.quantity());
                            Money back = given.line(line.line()).money().plus(now.get(line.line()));
                            return back.isLessThan(line.unitPrice().multipliedBy(pieces));
                        });
    }

    private List<FeeOwed> fees(boolean due) {
        List<FeeOwed> fees = new ArrayList<>();
        add(fees, FeeKind.DELIVERY, "", order.deliveryFee(), due);
        furtherFees.forEach((name, amount) -> add(fees, FeeKind.OTHER, name, amount, due));
        return fees;
    }

    private void add(List<FeeOwed> fees, FeeKind kind, String name, Money amount, boolean due) {
        if (amount.isPositive()) {
            Money before = given.fee(kind, name);
            Money left = Amounts.positive(amount.minus(before));
            fees.add(new FeeOwed(kind, name, amount, before, left, wanted.wants(kind, name, due) ? left : none));
        }
    }

    private Owed owed(List<LineOwed> lines, List<FeeOwed> fees, Money atLeast, Money atMost, int pieces) {
        Money givenBack = taken.givenByLedger().plus(taken.givenAtProviders()).plus(taken.givenByShop());
        Money withoutArticle =
                given.withoutArticle(order).plus(taken.givenByNobodyKnowsWhom()).plus(reductions());
        List<RefundSource> sources = taken.sources(wanted.byPerson());
        Money usable = sources.stream().map(RefundSource::left).reduce(none, Money::plus);
        Money left = Amounts.positive(taken.captured().minus(givenBack));
        Money room = Amounts.lesser(left, usable);
        Money wish = wanted.isKnown() ? atMost : left;
        Money most = payable(wish, room);
        Money least = Amounts.lesser(
                most,
                payable(Amounts.positive(atLeast.minus(withoutArticle).minus(given.inDoubtWithoutArticle())), room));
        Certainty certainty = certainty(least, most, wish, left, usable, pieces);
        return new Owed(certainty, least, most, lines, fees, givenBack, taken.captured(), figures(wish, left), sources);
    }

    /** What the shop took off as a line or fee below zero; nobody knows for which article. */
    private Money reductions() {
        Stream<Money> prices =
                order.lines().stream().map(line -> line.unitPrice().multipliedBy(line.quantity()));
        return Stream.concat(prices, furtherFees.values().stream())
                .filter(Money::isNegative)
                .map(Money::negated)
                .reduce(none, Money::plus);
    }

    private static Money payable(Money amount, Money room) {
        return Amounts.lesser(PayableAmounts.ceiling(amount), room);
    }

    private Certainty certainty(Money least, Money most, Money wish, Money left, Money usable, int pieces) {
        if (!addsUp()) {
            return Certainty.FIGURES_DISAGREE;
        }
        if (!wanted.isKnown()) {
            return Certainty.UNCLEAR;
        }
        boolean allIsBack =
                left.isZero() && (wish.isPositive() || taken.captured().isPositive());
        boolean allWasMadeGood = pieces == 0 && (wish.isZero() || !wanted.byPerson());
        if (allIsBack || allWasMadeGood) {
            return Certainty.NOTHING_LEFT;
        }
        // What is disputed cannot be given back now, although it is left.
        boolean disputed = usable.isLessThan(Amounts.lesser(wish, left));
        return !disputed && least.isEqual(most) ? Certainty.CERTAIN : Certainty.UNCLEAR;
    }

    /** What is charged each billing period has no total to compare with. */
    private boolean addsUp() {
        if (recurring) {
            return true;
        }
        return prices().plus(order.deliveryFee()).plus(otherFees()).isEqual(order.total())
                && !taken.disagrees(wronglyCharged);
    }

    private Money prices() {
        return order.lines().stream()
                .map(line -> line.unitPrice().multipliedBy(line.quantity()))
                .reduce(none, Money::plus);
    }

    private Money otherFees() {
        return furtherFees.values().stream().reduce(none, Money::plus);
    }

    private List<ComparedFigure> figures(Money affected, Money left) {
        List<ComparedFigure> figures = new ArrayList<>();
        figures.add(new ComparedFigure(Kind.LINES, "", prices()));
        if (!order.deliveryFee().isZero()) {
            figures.add(new ComparedFigure(Kind.DELIVERY_FEE, "", order.deliveryFee()));
        }
        furtherFees.forEach((name, amount) -> figures.add(new ComparedFigure(Kind.OTHER_FEE, name, amount)));
        figures.add(new ComparedFigure(Kind.TOTAL, "", order.total()));
        figures.add(new ComparedFigure(Kind.AFFECTED, "", affected));
        figures.addAll(taken.figures());
        figures.add(new ComparedFigure(Kind.LEFT, "", left));
        return figures;
    }
}
