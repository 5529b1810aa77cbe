package io.redress.remedy.returns;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.RefundHolds;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.remedy.refund.RefundDuty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The refunds that wait for goods: paid when those are here, less what is kept back, or dropped where they never come.
 */
@Component
class AwaitedMoney {

    private final RemedyLedger ledger;
    private final RefundHolds holds;
    private final RefundDuty duty;
    private final Complaints complaints;
    private final Timeline timeline;

    AwaitedMoney(RemedyLedger ledger, RefundHolds holds, RefundDuty duty, Complaints complaints, Timeline timeline) {
        this.ledger = ledger;
        this.holds = holds;
        this.duty = duty;
        this.complaints = complaints;
        this.timeline = timeline;
    }

    boolean isWaiting(UUID returnId) {
        return waiting(returnId).findAny().isPresent();
    }

    /** @throws RefusedInput where nothing waits */
    void requireWaiting(UUID returnId) {
        if (!isWaiting(returnId)) {
            throw new RefusedInput("returnChoice", "No money waits for these goods.");
        }
    }

    /** Everything that waits for a return together; empty where nothing does. */
    Optional<Money> sum(UUID returnId) {
        return waiting(returnId).map(Remedy::money).reduce(Money::plus);
    }

    /** Whether something that waited is to be paid now. */
    boolean isDue(UUID returnId) {
        Set<UUID> waiting = new HashSet<>(holds.of(returnId, true));
        return of(returnId).stream().anyMatch(remedy -> remedy.status().isOpen() && !waiting.contains(remedy.id()));
    }

    /** The refunds that wait or waited for a return, whatever became of them, oldest first. */
    List<Remedy> of(UUID returnId) {
        return holds.of(returnId, false).stream()
                .map(ledger::get)
                .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .toList();
    }

    /** Lets everything that waits be paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    void release(GoodsReturn goods) {
        if (isWaiting(goods.id())) {
            holds.release(goods.id());
            duty.goodsAreSent(goods.number());
            timeline.engineDid(
                    goods.number(), TimelineKind.REFUND_RELEASED, "The refund that waited for the goods is paid now.");
        }
    }

    /** Notes that the goods are on their way, as far as somebody else can prove it: the legal clock runs from here. */
    void goodsAreSent(GoodsReturn goods) {
        if (isWaiting(goods.id())) {
            duty.goodsAreSent(goods.number());
        }
    }

    /** Drops what waits, because the goods do not come. */
    @Transactional(propagation = Propagation.MANDATORY)
    void letGo(GoodsReturn goods, String actor, String why) {
        waiting(goods.id()).toList().forEach(remedy -> ledger.letGo(remedy, actor, why));
    }

    /**
     * Pays what waits, less an amount that is not more than all of it; in the ledger the refund is that much smaller.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void releaseLess(GoodsReturn goods, Money deduction, String approvedBy, String reason) {
        Money left = deduction;
        for (Remedy remedy : waiting(goods.id()).toList()) {
            Money off = left.isLessThan(remedy.money()) ? left : remedy.money();
            if (off.isPositive()) {
                lessen(goods, remedy, off, approvedBy, reason);
                left = left.minus(off);
            }
        }
        release(goods);
    }

    private void lessen(GoodsReturn goods, Remedy remedy, Money off, String approvedBy, String reason) {
        Set<Remedy.Item> items = new HashSet<>();
        Money left = off;
        for (Remedy.Item item : remedy.items()) {
            if (item.amount() == null) {
                items.add(item);
                continue;
            }
            Money share = Money.of(off.getCurrencyUnit(), item.amount());
            Money taken = left.isLessThan(share) ? left : share;
            left = left.minus(taken);
            items.add(new Remedy.Item(
                    item.line(), item.sku(), item.quantity(), share.minus(taken).getAmount()));
        }
        Set<Remedy.FeeShare> fees = new HashSet<>();
        for (Remedy.FeeShare fee : remedy.fees()) {
            Money share = Money.of(off.getCurrencyUnit(), fee.amount());
            Money taken = left.isLessThan(share) ? left : share;
            left = left.minus(taken);
            fees.add(new Remedy.FeeShare(
                    fee.kind(), fee.name(), share.minus(taken).getAmount()));
        }
        Proposal smaller = Proposal.part(remedy, remedy.money().minus(off), items, fees);
        ledger.lessen(complaints.get(goods.number()), remedy, smaller, approvedBy, reason)
                .ifPresent(id -> holds.released(id, goods.id()));
    }

    private Stream<Remedy> waiting(UUID returnId) {
        return holds.of(returnId, true).stream()
                .map(ledger::get)
                .filter(remedy -> remedy.status() == RemedyStatus.APPROVED);
    }
}
