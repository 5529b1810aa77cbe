package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.verification.Evidence;
import io.redress.verification.Evidence.Affected;
import io.redress.verification.Evidence.PaymentFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Spreads what is owed over the articles it is for, and over the payments it came from, the earliest first. */
@Component
class RefundProposals {

    private final OrderRoom room;

    RefundProposals(OrderRoom room) {
        this.room = room;
    }

    /** Refunds the lines at their price, as far as it was not given back, and the delivery where it was worth nothing. */
    List<Proposal> forLines(CaseNumber caseNumber, Evidence evidence, List<Affected> lines, boolean deliveryFeeDue) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<String, Money> shares = new LinkedHashMap<>();
        lines.forEach(line -> shares.merge(line.sku(), line.price(), Money::plus));
        shares.replaceAll((sku, price) -> lesser(price, room.left(caseNumber, evidence.order(), sku)));
        Money owed = shares.values().stream().reduce(Money::plus).orElseThrow();
        Money none = Money.zero(owed.getCurrencyUnit());
        Money fee = deliveryFeeDue ? room.deliveryFeeLeft(caseNumber, evidence.order()) : none;
        return spread(evidence, owed.plus(fee), lines, shares);
    }

    /** Refunds an amount that a person named, for what is affected; what the articles have no room for has no article. */
    List<Proposal> forAmount(CaseNumber caseNumber, Evidence evidence, Money amount) {
        Map<String, Money> shares = new LinkedHashMap<>();
        Money left = amount;
        for (String sku : items(evidence.affected()).keySet()) {
            Money share = lesser(left, room.left(caseNumber, evidence.order(), sku));
            shares.put(sku, share);
            left = left.minus(share);
        }
        return spread(evidence, amount, evidence.affected(), shares);
    }

    /** What no payment has room for stays without one; a person finds a way to pay it. */
    private static List<Proposal> spread(
            Evidence evidence, Money owed, List<Affected> lines, Map<String, Money> shares) {
        List<Proposal> proposals = new ArrayList<>();
        Map<String, Money> open = new LinkedHashMap<>(shares);
        String order = evidence.order().number();
        Money left = owed;
        for (PaymentFact payment : evidence.payments()) {
            boolean usable = payment.refundable().isSameCurrency(owed)
                    && payment.refundable().isPositive();
            if (usable && left.isPositive()) {
                Money part = lesser(left, payment.refundable());
                Set<Remedy.Item> items = items(lines, open, part, proposals.isEmpty());
                proposals.add(
                        Proposal.refund(part, payment.provider(), payment.reference(), payment.charge(), order, items));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            Set<Remedy.Item> items = items(lines, open, left, proposals.isEmpty());
            proposals.add(Proposal.refund(left, null, null, null, order, items));
        }
        return proposals;
    }

    /** The first part names the pieces, later ones only continue their shares, so that nothing counts them twice. */
    private static Set<Remedy.Item> items(
            List<Affected> lines, Map<String, Money> open, Money part, boolean namesPieces) {
        Set<Remedy.Item> items = new HashSet<>();
        Money left = part;
        for (Map.Entry<String, Integer> line : items(lines).entrySet()) {
            Money share = lesser(left, open.get(line.getKey()));
            left = left.minus(share);
            open.compute(line.getKey(), (sku, owed) -> owed.minus(share));
            if (namesPieces || share.isPositive()) {
                items.add(new Remedy.Item(line.getKey(), namesPieces ? line.getValue() : 0, share.getAmount()));
            }
        }
        return items;
    }

    private static Money lesser(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    private static Map<String, Integer> items(List<Affected> lines) {
        return lines.stream()
                .collect(Collectors.toMap(Affected::sku, Affected::quantity, Integer::sum, LinkedHashMap::new));
    }

    /** The pieces that are sent again. */
    static Set<Remedy.Item> pieces(List<Affected> lines) {
        return items(lines).entrySet().stream()
                .map(entry -> Remedy.Item.pieces(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }
}
