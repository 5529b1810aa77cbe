package io.redress.remedy.refund;

import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.outside.payment.Refund;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.ledger.Proposal;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.remedy.ledger.StopSwitch;
import io.redress.remedy.owed.CaseSums;
import io.redress.remedy.owed.Owed;
import io.redress.remedy.owed.PayableAmounts;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Evidence.PaymentFact;
import io.redress.verification.finding.Verdict;
import io.redress.verification.gathering.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * The amount that is still owed when money or goods are about to leave. Between a decision and its sending, for example
 * while an approval or the stop switch holds it back, somebody may have given money back by hand.
 */
@Component
public class OwedAtSending {

    /** Within this time nobody approves, releases or pays back by hand. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final Complaints complaints;
    private final Decisions decisions;
    private final Verification verification;
    private final CaseSums sums;
    private final RemedyLedger ledger;
    private final StopSwitch stopSwitch;
    private final Clock clock;

    OwedAtSending(
            Complaints complaints,
            Decisions decisions,
            Verification verification,
            CaseSums sums,
            RemedyLedger ledger,
            StopSwitch stopSwitch,
            Clock clock) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.verification = verification;
        this.sums = sums;
        this.ledger = ledger;
        this.stopSwitch = stopSwitch;
        this.clock = clock;
    }

    /**
     * What stands in place of a refund that its payment has too little left for.
     *
     * @return empty where nothing is left, or a person has to say how much: what is left is not certain, or they named
     *     the amount themselves
     * @throws io.redress.outside.wire.Unavailable where somebody who knows gets no call now
     */
    Optional<Proposal> restOf(Remedy refund) {
        Complaint complaint = complaints.get(new CaseNumber(refund.caseNumber()));
        Optional<Verdict> ruling = decisions.ruling(complaint);
        if (ruling.map(Verdict::refundAmount).isPresent()) {
            return Optional.empty();
        }
        verification.refreshBeforeSending(complaint.number());
        return verification
                .evidence(complaint.number())
                .filter(Evidence::orderFound)
                .flatMap(evidence -> left(complaint, evidence, ruling, refund))
                .map(left -> Proposal.again(refund).atMost(left));
    }

    private Optional<Money> left(Complaint complaint, Evidence evidence, Optional<Verdict> ruling, Remedy refund) {
        Optional<Money> ofPayment = evidence.payments().stream()
                .filter(payment -> payment.reference().equals(refund.paymentReference()) && !payment.disputed())
                .map(payment -> PayableAmounts.floor(payment.refundable()))
                .findFirst();
        // Of a wrong charge all is owed that is left of it.
        if (complaint.claim() != Claim.BILLED_TWICE) {
            Owed owed = sums.inMoney(complaint, evidence, ruling);
            ofPayment = ofPayment
                    .filter(left -> owed.isCertain())
                    .map(left -> left.isLessThan(owed.least()) ? left : owed.least());
        }
        return ofPayment.filter(left -> left.isPositive() && left.isLessThan(refund.money()));
    }

    /**
     * Whether all that the order's payments took was given back, by others than the case, since a machine decided.
     *
     * @throws io.redress.outside.wire.Unavailable where somebody who knows gets no call now
     */
    public boolean isAllGivenBack(Remedy goods) {
        Complaint complaint = complaints.get(new CaseNumber(goods.caseNumber()));
        boolean mayHaveChanged = goods.requestedBy().equals(TimelineEntry.ENGINE)
                && goods.createdAt().isBefore(clock.instant().minus(AT_ONCE))
                && !stopSwitch.setting().held();
        if (!mayHaveChanged) {
            return false;
        }
        verification.refreshBeforeSending(complaint.number());
        Set<String> own = ledger.of(complaint.number()).stream()
                .map(remedy -> remedy.id().toString())
                .collect(Collectors.toSet());
        List<PaymentFact> payments =
                verification.evidence(complaint.number()).map(Evidence::payments).orElse(List.of()).stream()
                        .filter(payment ->
                                payment.captured() != null && payment.captured().isPositive())
                        .toList();
        return !payments.isEmpty() && payments.stream().allMatch(payment -> isGivenBack(payment, own));
    }

    private static boolean isGivenBack(PaymentFact payment, Set<String> own) {
        Money given = payment.refunds().stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED && !own.contains(refund.key()))
                .map(Refund::amount)
                .reduce(Money.zero(payment.captured().getCurrencyUnit()), Money::plus);
        return !given.isLessThan(payment.captured());
    }
}
