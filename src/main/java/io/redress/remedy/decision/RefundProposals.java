package io.redress.remedy.decision;

import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.owed.FeeOwed;
import io.redress.remedy.owed.LineOwed;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.PayableAmounts;
import io.redress.remedy.owed.RefundSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * The refunds that are proposed: what is owed, spread over what it is for and over the payments it came from, the
 * earliest first.
 */
@Component
public class RefundProposals {

    /** Refunds what is owed for certain, if anything. */
    public List<Proposal> forOwed(String orderNumber, Owed owed) {
        return forAmount(orderNumber, owed, owed.least());
    }

    /**
     * Refunds an amount, for what is affected: the lines first, then the fees; what exceeds both is for no article.
     *
     * @param amount at most {@link Owed#most}
     */
    List<Proposal> forAmount(String orderNumber, Owed owed, Money amount) {
        Shares shares = new Shares(owed);
        List<Proposal> proposals = new ArrayList<>();
        parts(owed.sources(), amount).forEach((source, money) -> {
            Shares.Part part = shares.next(money, proposals.isEmpty());
            proposals.add(Proposal.refund(
                    money,
                    source.provider(),
                    source.payment(),
                    source.charge(),
                    orderNumber,
                    part.items(),
                    part.fees()));
        });
        return proposals;
    }

    /** What each payment gives. A part that leaves the rest to others is one that a provider can move. */
    private static Map<RefundSource, Money> parts(List<RefundSource> sources, Money amount) {
        Map<RefundSource, Money> parts = new LinkedHashMap<>();
        Money left = amount;
        for (RefundSource source : sources) {
            Money part = source.left().isLessThan(left) ? PayableAmounts.floor(source.left()) : left;
            parts.put(source, part);
            left = left.minus(part);
        }
        for (RefundSource source : sources) {
            Money more = lesser(left, source.left().minus(parts.get(source)));
            parts.merge(source, more, Money::plus);
            left = left.minus(more);
        }
        if (left.isPositive()) {
            throw new IllegalArgumentException(left + " of " + amount + " is more than is left of the payments");
        }
        parts.values().removeIf(Money::isZero);
        return parts;
    }

    private static Money lesser(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    /** The shares of an amount for each line and fee, handed out part by part: the lines first. */
    private static final class Shares {

        private final Map<LineOwed, Money> lines = new LinkedHashMap<>();
        private final Map<FeeOwed, Money> fees = new LinkedHashMap<>();

        private Shares(Owed owed) {
            owed.lines().stream().filter(line -> line.affected() > 0).forEach(line -> lines.put(line, line.owed()));
            owed.fees().forEach(fee -> fees.put(fee, fee.owed()));
        }

        private record Part(Set<Remedy.Item> items, Set<Remedy.FeeShare> fees) {}

        /**
         * The first part names the pieces, later ones only continue their shares, so that nothing counts them twice.
         */
        private Part next(Money amount, boolean namesPieces) {
            Part part = new Part(new HashSet<>(), new HashSet<>());
            Money left = amount;
            for (Map.Entry<LineOwed, Money> open : lines.entrySet()) {
                Money share = take(left, open);
                left = left.minus(share);
                LineOwed line = open.getKey();
                if (namesPieces || share.isPositive()) {
                    int pieces = namesPieces ? line.affected() : 0;
                    part.items().add(new Remedy.Item(line.line(), line.sku(), pieces, share.getAmount()));
                }
            }
            for (Map.Entry<FeeOwed, Money> open : fees.entrySet()) {
                Money share = take(left, open);
                left = left.minus(share);
                FeeOwed fee = open.getKey();
                if (share.isPositive()) {
                    part.fees().add(new Remedy.FeeShare(fee.kind(), fee.name(), share.getAmount()));
                }
            }
            return part;
        }

        private static Money take(Money left, Map.Entry<?, Money> open) {
            Money share = lesser(left, open.getValue());
            open.setValue(open.getValue().minus(share));
            return share;
        }
    }

    /** The pieces that are sent again. */
    static Set<Remedy.Item> pieces(Owed owed) {
        return owed.lines().stream()
                .filter(line -> line.affected() > 0)
                .map(line -> Remedy.Item.pieces(line.line(), line.sku(), line.affected()))
                .collect(Collectors.toSet());
    }
}
