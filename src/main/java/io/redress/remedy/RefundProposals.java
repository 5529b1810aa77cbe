package io.redress.remedy;

import io.redress.verification.Evidence;
import io.redress.verification.Evidence.Affected;
import io.redress.verification.Evidence.PaymentFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Spreads what is owed over the payments it came from, the earliest first. */
@Component
class RefundProposals {

    /** Refunds the lines at their price, and the delivery where it was worth nothing. */
    List<Proposal> forLines(Evidence evidence, List<Affected> lines, boolean deliveryFeeDue) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Money owed = lines.stream().map(Affected::price).reduce(Money::plus).orElseThrow();
        Money fee = deliveryFeeDue ? evidence.order().deliveryFee() : Money.zero(owed.getCurrencyUnit());
        return spread(evidence, owed.plus(fee), items(lines));
    }

    /** Refunds an amount that a person named, for what is affected. */
    List<Proposal> forAmount(Evidence evidence, Money amount) {
        return spread(evidence, amount, items(evidence.affected()));
    }

    /** Refunds charges that should not have been made, each in full. */
    List<Proposal> forWrongCharges(Evidence evidence) {
        return evidence.wrongCharges().stream()
                .map(wrong -> Proposal.wrongCharge(
                        wrong.amount(),
                        wrong.paymentReference(),
                        wrong.charge(),
                        wrong.surplusSubscription(),
                        evidence.order().number()))
                .toList();
    }

    /** What no payment has room for stays without one; a person finds a way to pay it. */
    private static List<Proposal> spread(Evidence evidence, Money owed, Set<Remedy.Item> items) {
        List<Proposal> proposals = new ArrayList<>();
        String order = evidence.order().number();
        Money left = owed;
        for (PaymentFact payment : evidence.payments()) {
            boolean usable = payment.refundable().isSameCurrency(owed)
                    && payment.refundable().isPositive();
            if (usable && left.isPositive()) {
                Money part = left.isGreaterThan(payment.refundable()) ? payment.refundable() : left;
                proposals.add(Proposal.refund(
                        part, payment.reference(), payment.charge(), order, itemsOnce(proposals, items)));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            proposals.add(Proposal.refund(left, null, null, order, itemsOnce(proposals, items)));
        }
        return proposals;
    }

    /** The articles belong to the first part, so that nothing counts them twice. */
    private static Set<Remedy.Item> itemsOnce(List<Proposal> before, Set<Remedy.Item> items) {
        return before.isEmpty() ? items : Set.of();
    }

    static Set<Remedy.Item> items(List<Affected> lines) {
        return lines.stream()
                .collect(Collectors.toMap(Affected::sku, Affected::quantity, Integer::sum))
                .entrySet()
                .stream()
                .map(entry -> new Remedy.Item(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }
}
