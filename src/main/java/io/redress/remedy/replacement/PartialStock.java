package io.redress.remedy.replacement;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The part of a replacement that the warehouse has, sent without the rest. A warehouse answers for an order as a whole,
 * so an order that it refuses is divided in two until a single piece is refused: that one is owed in money, the others
 * leave.
 */
@Component
class PartialStock {

    private final Complaints complaints;
    private final RemedyLedger ledger;

    PartialStock(Complaints complaints, RemedyLedger ledger) {
        this.complaints = complaints;
        this.ledger = ledger;
    }

    /**
     * Puts two smaller replacements in place of one that was refused for want of stock.
     *
     * @return whether there was anything to divide; not once the customer took the complaint back
     */
    @Transactional
    public boolean divide(Remedy refused) {
        Complaint complaint = complaints.get(new CaseNumber(refused.caseNumber()));
        int pieces = pieces(refused.items());
        if (pieces < 2 || complaint.isWithdrawalRequested()) {
            return false;
        }
        Set<Remedy.Item> first = new HashSet<>();
        Set<Remedy.Item> second = new HashSet<>();
        int left = pieces / 2;
        for (Remedy.Item item : inOrder(refused)) {
            int taken = Math.min(left, item.quantity());
            left -= taken;
            add(first, item, taken);
            add(second, item, item.quantity() - taken);
        }
        ledger.handled(refused, TimelineEntry.ENGINE);
        Money value = Money.of(CurrencyUnit.of(refused.currency()), refused.goodsValue());
        Money half = value.multipliedBy(pieces(first)).dividedBy(pieces, RoundingMode.DOWN);
        order(complaint, refused, half, first);
        order(complaint, refused, value.minus(half), second);
        return true;
    }

    private static List<Remedy.Item> inOrder(Remedy refused) {
        return refused.items().stream()
                .sorted(Comparator.comparing(Remedy.Item::sku)
                        .thenComparing(Remedy.Item::line, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static void add(Set<Remedy.Item> part, Remedy.Item item, int pieces) {
        if (pieces > 0) {
            part.add(new Remedy.Item(item.line(), item.sku(), pieces, null));
        }
    }

    private static int pieces(Set<Remedy.Item> items) {
        return items.stream().mapToInt(Remedy.Item::quantity).sum();
    }

    private void order(Complaint complaint, Remedy refused, Money value, Set<Remedy.Item> items) {
        ledger.addApproved(
                complaint,
                Proposal.replacement(value, refused.orderNumber(), items),
                refused.requestedBy(),
                refused.approvedBy());
    }
}
