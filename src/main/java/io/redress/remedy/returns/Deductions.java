package io.redress.remedy.returns;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.input.RefusedInput;
import io.redress.core.money.TypedAmount;
import io.redress.core.money.UnreadableAmount;
import io.redress.remedy.authority.Approvers;
import io.redress.remedy.owed.PayableAmounts;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deductions from refunds that waited for goods, because of the state in which the goods came: a person asks for
 * one with a reason that the customer reads, and above a limit another person agrees. Nothing is ever kept back for
 * goods that were defective, wrong, incomplete or lost, apart from the price of pieces that did not come back at all.
 */
@Component
public class Deductions {

    private static final String AMOUNT = "deduction";
    private static final Set<Claim> OUR_FAULT =
            EnumSet.of(Claim.DEFECTIVE, Claim.WRONG_ITEM, Claim.INCOMPLETE, Claim.NOT_RECEIVED);
    private static final Set<String> APPROVERS = Set.of("leads", "managers");

    private final GoodsReturns returns;
    private final AwaitedMoney money;
    private final DeductionRows rows;
    private final Complaints complaints;
    private final Approvers approvers;
    private final ReturnProperties properties;
    private final Timeline timeline;

    Deductions(
            GoodsReturns returns,
            AwaitedMoney money,
            DeductionRows rows,
            Complaints complaints,
            Approvers approvers,
            ReturnProperties properties,
            Timeline timeline) {
        this.returns = returns;
        this.money = money;
        this.rows = rows;
        this.complaints = complaints;
        this.approvers = approvers;
        this.properties = properties;
        this.timeline = timeline;
    }

    /** What was asked for, or agreed, about a return. */
    public Optional<Deduction> of(UUID returnId) {
        return rows.of(returnId);
    }

    /**
     * Asks for a deduction; where nobody else has to agree, the rest is paid.
     *
     * @param typed the amount as it was typed, in the refund's currency
     * @param reason what the customer is told
     * @return whether another person has to agree
     * @throws RefusedInput where nothing may be kept back, not so much, or no reason is given
     */
    @Transactional
    public boolean ask(UUID returnId, Object typed, String reason, String person) {
        GoodsReturn goods = returns.get(returnId);
        Money waiting = money.sum(returnId)
                .orElseThrow(() -> new RefusedInput("returnChoice", "No money waits for these goods."));
        Money deduction = amount(typed, waiting);
        if (reason == null) {
            throw new RefusedInput("deductionReason", "Say why; the customer reads it.");
        }
        requireFair(goods, deduction);
        rows.ask(returnId, deduction, reason, person);
        boolean approvalNeeded = isAboveLimit(deduction);
        timeline.add(
                goods.number(),
                person,
                approvalNeeded ? TimelineKind.DEDUCTION_ASKED : TimelineKind.DEDUCTION,
                "%s less is paid back%s: %s"
                        .formatted(deduction, approvalNeeded ? ", if another person agrees" : "", reason));
        if (!approvalNeeded) {
            apply(goods, deduction, reason, person);
        }
        return approvalNeeded;
    }

    private static Money amount(Object typed, Money waiting) {
        Money deduction = read(typed, waiting)
                .filter(Money::isPositive)
                .orElseThrow(() -> new RefusedInput(AMOUNT, "Say how much is kept back, as an amount such as 12.50."));
        if (!PayableAmounts.isPayable(waiting.minus(deduction))) {
            throw new RefusedInput(AMOUNT, "No payment provider can pay what would be left.");
        }
        if (deduction.isGreaterThan(waiting)) {
            throw new RefusedInput(AMOUNT, "Only %s waits for these goods.".formatted(waiting));
        }
        return deduction;
    }

    private static Optional<Money> read(Object typed, Money waiting) {
        try {
            return TypedAmount.read(typed, waiting.getCurrencyUnit());
        } catch (UnreadableAmount unreadable) {
            throw new RefusedInput(AMOUNT, unreadable.getMessage());
        }
    }

    private void requireFair(GoodsReturn goods, Money deduction) {
        Claim claim = complaints.get(goods.number()).claim();
        if (claim == null || !OUR_FAULT.contains(claim)) {
            return;
        }
        Money missing = returns.pieces(goods).stream()
                .map(WayBack::valueMissing)
                .reduce(Money.zero(deduction.getCurrencyUnit()), Money::plus);
        if (deduction.isGreaterThan(missing)) {
            throw new RefusedInput(
                    AMOUNT,
                    missing.isZero()
                            ? "Nothing is kept back for goods that were defective, wrong, incomplete or lost."
                            : "The fault is ours, so no more is kept back than the price of what did not come back, %s."
                                    .formatted(missing));
        }
    }

    private boolean isAboveLimit(Money deduction) {
        BigDecimal limit =
                properties.deductionLimits().get(deduction.getCurrencyUnit().getCode());
        return limit == null || deduction.getAmount().compareTo(limit) > 0;
    }

    private void apply(GoodsReturn goods, Money deduction, String reason, String approvedBy) {
        rows.approve(goods.id(), approvedBy);
        money.releaseLess(goods, deduction, approvedBy, reason);
    }

    /** Whether this person asked for it. */
    public boolean isAskedBy(UUID returnId, String person) {
        return rows.of(returnId).filter(asked -> asked.askedBy().equals(person)).isPresent();
    }

    /** @throws RefusedInput where this person may not approve it */
    public void requireApprover(UUID returnId, String person) {
        rows.of(returnId).ifPresent(asked -> approvers.standings(person, Set.of(asked.askedBy()), APPROVERS));
    }

    /**
     * Takes another person's answer.
     *
     * @param reason why not; needed where it is refused
     * @throws RefusedInput where this person may not answer, or does not say why not
     */
    @Transactional
    public void answer(UUID returnId, boolean approved, String reason, String person) {
        Deduction asked = rows.of(returnId)
                .orElseThrow(() -> new RefusedInput("approval", "Nobody has asked to keep anything of it back."));
        approvers.standings(person, Set.of(asked.askedBy()), APPROVERS);
        CaseNumber caseNumber = returns.get(returnId).number();
        if (approved) {
            timeline.add(
                    caseNumber,
                    person,
                    TimelineKind.DEDUCTION,
                    "%s less is paid back: %s".formatted(asked.amount(), asked.reason()));
            apply(returns.get(returnId), asked.amount(), asked.reason(), person);
        } else if (reason == null) {
            throw new RefusedInput("approvalReason", "Say why; the handler has to find another way.");
        } else {
            rows.forget(returnId);
            timeline.add(caseNumber, person, TimelineKind.DEDUCTION_REFUSED, reason);
        }
    }
}
