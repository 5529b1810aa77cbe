package io.redress.remedy.owed;

import io.redress.outside.order.Order;
import io.redress.remedy.owed.LedgerRow.FeePart;
import io.redress.remedy.owed.LedgerRow.Kind;
import io.redress.remedy.owed.LedgerRow.Part;
import io.redress.remedy.owed.LedgerRow.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * The record of what was made good of an order before, by line and fee as far as that is known. A share that names only
 * an article belongs to its line where the article has one line; with several, nobody knows which.
 */
final class MadeGood {

    private final Money none;
    private final Map<Integer, LineGiven> lines = new LinkedHashMap<>();
    private final Map<String, LineGiven> singleLines = new HashMap<>();
    private final Map<String, Integer> piecesOfUnknownLine = new HashMap<>();
    private final Map<FeeKey, Money> fees = new HashMap<>();
    private Money withoutArticle;
    private Money inDoubtWithoutArticle;

    private MadeGood(Order order) {
        this.none = Money.zero(order.currency());
        this.withoutArticle = none;
        this.inDoubtWithoutArticle = none;
        for (Order.Line line : order.lines()) {
            LineGiven given = new LineGiven(line, none);
            lines.put(line.line(), given);
            // Where an article has several lines, none of them is known to be meant.
            singleLines.merge(line.sku(), given, (one, other) -> LineGiven.NOBODY_KNOWS);
        }
        fees.put(new FeeKey(FeeKind.DELIVERY, ""), none);
        order.fees().forEach(fee -> fees.put(new FeeKey(FeeKind.OTHER, fee.name()), none));
    }

    private record FeeKey(FeeKind kind, String name) {}

    static MadeGood of(Order order, List<LedgerRow> rows) {
        MadeGood given = new MadeGood(order);
        rows.forEach(given::count);
        return given;
    }

    private void count(LedgerRow row) {
        Money left = row.money();
        for (Part part : row.parts()) {
            left = left.minus(count(row, part, left));
        }
        for (FeePart part : row.fees()) {
            if (row.state() == State.GIVEN) {
                FeeKey key = new FeeKey(part.kind(), part.name());
                if (fees.computeIfPresent(key, (fee, before) -> before.plus(part.amount())) != null) {
                    left = left.minus(part.amount());
                }
            }
        }
        boolean roundedUp = !row.namesNothing() && PayableAmounts.floor(left).isZero();
        if (!roundedUp) {
            countWithoutArticle(row.state(), left);
        }
    }

    /** @return how much of the row is thereby accounted for */
    private Money count(LedgerRow row, Part part, Money left) {
        LineGiven line = line(part);
        if (line == LineGiven.NOBODY_KNOWS) {
            if (row.kind() == Kind.GOODS && row.state() == State.GIVEN) {
                piecesOfUnknownLine.merge(part.sku(), part.quantity(), Integer::sum);
            }
            return none;
        }
        Money share = part.amount() != null || row.kind() == Kind.GOODS
                ? part.amount() == null ? none : part.amount()
                : Amounts.lesser(left, line.priceOf(part.quantity()));
        line.count(row, part.quantity(), share);
        return share;
    }

    /** A line that has another article by now is not the one that was meant. */
    private LineGiven line(Part part) {
        if (part.line() == null) {
            return singleLines.getOrDefault(part.sku(), LineGiven.NOBODY_KNOWS);
        }
        LineGiven line = lines.get(part.line());
        boolean same = line != null && (part.sku() == null || part.sku().equals(line.line.sku()));
        return same ? line : LineGiven.NOBODY_KNOWS;
    }

    private void countWithoutArticle(State state, Money amount) {
        if (state == State.GIVEN) {
            withoutArticle = withoutArticle.plus(amount);
        } else {
            inDoubtWithoutArticle = inDoubtWithoutArticle.plus(amount);
        }
    }

    LineGiven line(int line) {
        return lines.get(line);
    }

    Money fee(FeeKind kind, String name) {
        return fees.getOrDefault(new FeeKey(kind, name), none);
    }

    /** What was given back for a line or fee that nobody knows, and what lines and fees got beyond their price. */
    Money withoutArticle(Order order) {
        Money beyond = lines.values().stream()
                .filter(line -> !line.line.recurring())
                .map(LineGiven::beyondPrice)
                .reduce(none, Money::plus);
        Money beyondFees = Amounts.positive(fee(FeeKind.DELIVERY, "").minus(order.deliveryFee()));
        return withoutArticle.plus(beyond).plus(beyondFees);
    }

    /** What failed and may yet be given back, or was said not to be owed, and names no article. */
    Money inDoubtWithoutArticle() {
        return inDoubtWithoutArticle;
    }

    /** How many pieces of an article were sent again without a known line. */
    int piecesOfUnknownLine(String sku) {
        return piecesOfUnknownLine.getOrDefault(sku, 0);
    }

    /** What was made good of one line. */
    static final class LineGiven {

        private static final LineGiven NOBODY_KNOWS = new LineGiven(null, null);

        private final Order.Line line;
        private final Map<String, CaseGiven> byCase = new HashMap<>();
        private Money money;
        private Money inDoubt;

        private LineGiven(Order.Line line, Money none) {
            this.line = line;
            this.money = none;
            this.inDoubt = none;
        }

        private static final class CaseGiven {
            private int refunded;
            private int replaced;
            private Money money;
        }

        private void count(LedgerRow row, int quantity, Money share) {
            if (row.state() != State.GIVEN) {
                inDoubt = inDoubt.plus(share);
                return;
            }
            money = money.plus(share);
            CaseGiven given = byCase.computeIfAbsent(row.caseNumber(), number -> new CaseGiven());
            given.money = given.money == null ? share : given.money.plus(share);
            if (row.kind() == Kind.MONEY) {
                given.refunded += quantity;
            } else {
                given.replaced += quantity;
            }
        }

        private Money priceOf(int pieces) {
            return line.unitPrice().multipliedBy(pieces);
        }

        Money price() {
            return priceOf(line.quantity());
        }

        Money money() {
            return money;
        }

        /** As {@link MadeGood#inDoubtWithoutArticle()}, for this line. */
        Money inDoubt() {
            return inDoubt;
        }

        private Money beyondPrice() {
            return Amounts.positive(money.minus(Amounts.positive(price())));
        }

        /** Pieces that were made good; a case that pays a piece back and sends it again makes good one. */
        int piecesMadeGood() {
            int pieces = byCase.values().stream().mapToInt(this::madeGood).sum();
            return Math.min(pieces, line.quantity());
        }

        /** As {@link #piecesMadeGood}, by one case. */
        int piecesMadeGoodBy(String caseNumber) {
            return byCase.containsKey(caseNumber) ? madeGood(byCase.get(caseNumber)) : 0;
        }

        /** What one case gave back of the price of pieces that are not made good by it. */
        Money partsGivenBy(String caseNumber) {
            return byCase.containsKey(caseNumber) ? part(byCase.get(caseNumber)) : none();
        }

        /** The price of the pieces that are not made good, less what was given back of it. */
        Money leftOfOpenPieces() {
            Money parts = byCase.values().stream().map(this::part).reduce(none(), Money::plus);
            return priceOf(line.quantity() - piecesMadeGood()).minus(parts);
        }

        private Money part(CaseGiven given) {
            return Amounts.positive(given.money.minus(priceOf(madeGood(given))));
        }

        private int madeGood(CaseGiven given) {
            return Math.max(paidBack(given), given.replaced);
        }

        private Money none() {
            return priceOf(0);
        }

        /** A part of a piece's price does not make the piece good. */
        private int paidBack(CaseGiven given) {
            if (line.unitPrice().isZero()) {
                return given.refunded;
            }
            return given.money
                    .getAmount()
                    .divide(line.unitPrice().getAmount(), 0, RoundingMode.DOWN)
                    .min(BigDecimal.valueOf(line.quantity()))
                    .intValue();
        }
    }
}
