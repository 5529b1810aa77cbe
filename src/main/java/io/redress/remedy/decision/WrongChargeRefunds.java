package io.redress.remedy.decision;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.input.RefusedInput;
import io.redress.outside.order.Order;
import io.redress.remedy.ledger.ChargeRows;
import io.redress.remedy.ledger.Proposal;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.PaymentFact;
import io.redress.verification.evidence.Evidence.WrongCharge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The refunds of charges that should not have been made: what is owed, spread over those charges. */
@Component
class WrongChargeRefunds {

    private final ChargeRows charges;

    WrongChargeRefunds(ChargeRows charges) {
        this.charges = charges;
    }

    /** Whether more of them is given back by now than the evidence knew of, as by a case that ran at the same time. */
    boolean haveChanged(CaseNumber caseNumber, Evidence evidence) {
        return evidence.wrongCharges().stream()
                .anyMatch(wrong -> !left(caseNumber, wrong).isEqual(wrong.left()));
    }

    /**
     * Refunds what is left of each. One that the customer's bank decides about is approved with the others, and dropped
     * when it is about to be sent.
     *
     * @throws RefusedInput where nothing is left
     */
    List<Proposal> rest(CaseNumber caseNumber, Evidence evidence) {
        List<Proposal> proposals = evidence.wrongCharges().stream()
                .filter(wrong -> wrong.standing().isOpen())
                .filter(wrong -> left(caseNumber, wrong).isPositive())
                .map(wrong -> proposal(wrong, left(caseNumber, wrong), evidence))
                .toList();
        if (proposals.isEmpty()) {
            throw new RefusedInput(
                    "refundAmount",
                    evidence.wrongCharges().isEmpty()
                            ? "No wrong charge is known; say how much is to be paid back."
                            : "Nothing of the wrong charges is left to give back.");
        }
        return proposals;
    }

    /**
     * Refunds an amount that a person named: of what was charged wrongly, the last charged first; where no wrong charge
     * is known, of the payments in the same order.
     *
     * @throws RefusedInput where it is more than is left of the wrong charges
     */
    List<Proposal> amount(CaseNumber caseNumber, Evidence evidence, Money amount) {
        return evidence.wrongCharges().isEmpty()
                ? ofPayments(evidence, amount)
                : ofWrongCharges(caseNumber, evidence, amount);
    }

    private List<Proposal> ofWrongCharges(CaseNumber caseNumber, Evidence evidence, Money amount) {
        List<Proposal> proposals = new ArrayList<>();
        Money left = amount;
        for (WrongCharge wrong : lastFirst(evidence.wrongCharges())) {
            Money part = part(left, room(caseNumber, wrong, evidence));
            if (part.isPositive()) {
                proposals.add(proposal(wrong, part, evidence));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            throw new RefusedInput(
                    "refundAmount",
                    "Only %s of what was charged twice is left to give back; what is more would be goodwill."
                            .formatted(amount.minus(left)));
        }
        return proposals;
    }

    private List<Proposal> ofPayments(Evidence evidence, Money amount) {
        List<Proposal> proposals = new ArrayList<>();
        Money left = amount;
        for (PaymentFact payment : lastFirst(evidence.payments())) {
            Money part = payment.disputed() ? Money.zero(left.getCurrencyUnit()) : part(left, payment.refundable());
            if (part.isPositive()) {
                proposals.add(refund(part, payment.reference(), payment.charge(), evidence));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            // No payment has that much left; a person finds a way to pay it.
            proposals.add(refund(left, null, null, evidence));
        }
        return proposals;
    }

    /**
     * A person who knows better may give all of an unclear charge back; what the bank decides about is not theirs to
     * give.
     */
    private Money room(CaseNumber caseNumber, WrongCharge wrong, Evidence evidence) {
        return switch (wrong.standing()) {
            case DUE -> left(caseNumber, wrong);
            case UNCLEAR ->
                evidence.payments().stream()
                        .filter(payment -> wrong.charge().equals(payment.charge()))
                        .map(PaymentFact::refundable)
                        .findFirst()
                        .orElseGet(() -> left(caseNumber, wrong));
            case AT_BANK, GIVEN_BACK, TAKEN_BACK -> Money.zero(wrong.amount().getCurrencyUnit());
        };
    }

    private Money left(CaseNumber caseNumber, WrongCharge wrong) {
        Money byUs = Money.of(wrong.amount().getCurrencyUnit(), charges.given(caseNumber, wrong.charge()));
        Money since = byUs.minus(wrong.byUs());
        Money left = wrong.left().minus(since.isNegative() ? Money.zero(since.getCurrencyUnit()) : since);
        return left.isNegative() ? Money.zero(left.getCurrencyUnit()) : left;
    }

    private static Money part(Money wanted, Money room) {
        if (!room.isSameCurrency(wanted) || room.isNegative()) {
            return Money.zero(wanted.getCurrencyUnit());
        }
        return wanted.isLessThan(room) ? wanted : room;
    }

    private static <T> List<T> lastFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Proposal proposal(WrongCharge wrong, Money amount, Evidence evidence) {
        return Proposal.wrongCharge(
                amount,
                evidence.order().holderOf(wrong.paymentReference()),
                wrong.paymentReference(),
                wrong.charge(),
                wrong.surplusSubscription(),
                evidence.order().number());
    }

    private static Proposal refund(Money amount, String payment, String charge, Evidence evidence) {
        Order order = evidence.order();
        return Proposal.refund(amount, order.holderOf(payment), payment, charge, order.number(), Set.of(), Set.of());
    }
}
