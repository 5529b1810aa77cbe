package io.redress.remedy.refund;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.RefundProcess;
import io.redress.engine.port.RefundWatchProcess;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.PaymentNews;
import io.redress.outside.payment.Refund;
import io.redress.outside.payment.Refund.Status;
import io.redress.remedy.dispute.Disputes;
import io.redress.remedy.ledger.PaymentCases;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyRepository;
import io.redress.remedy.ledger.RemedyStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The news that the payment provider sends unasked. It moves no remedy by itself: it makes the step that waits for the
 * answer ask now instead of later, so that there is only one way by which a remedy comes to its end.
 */
@Component
class ProviderNews implements PaymentNews {

    private final RemedyRepository remedies;
    private final PaymentCases cases;
    private final Disputes disputes;
    private final RefundProcess refunding;
    private final RefundWatchProcess refundWatch;
    private final Timeline timeline;

    ProviderNews(
            RemedyRepository remedies,
            PaymentCases cases,
            Disputes disputes,
            RefundProcess refunding,
            RefundWatchProcess refundWatch,
            Timeline timeline) {
        this.remedies = remedies;
        this.cases = cases;
        this.disputes = disputes;
        this.refunding = refunding;
        this.refundWatch = refundWatch;
        this.timeline = timeline;
    }

    @Override
    @Transactional
    public void refundChanged(Refund refund) {
        ours(refund).ifPresentOrElse(remedy -> goOn(remedy, refund), () -> noteByHand(refund));
    }

    @Override
    public void disputesSeen(CaseNumber about, List<Dispute> seen, Instant askedAt) {
        disputes.seen(about, seen, askedAt);
    }

    private Optional<Remedy> ours(Refund refund) {
        return key(refund).flatMap(remedies::findById).or(() -> remedies.findByProviderReference(refund.id()).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND)
                .findFirst());
    }

    private void goOn(Remedy remedy, Refund refund) {
        CaseNumber caseNumber = new CaseNumber(remedy.caseNumber());
        boolean awaited = remedy.status() == RemedyStatus.SENT || remedy.status() == RemedyStatus.UNKNOWN;
        if (awaited && refund.status() != Status.PENDING) {
            refunding.goOn(caseNumber);
        } else if (remedy.status() == RemedyStatus.SETTLED && refund.status() == Status.FAILED) {
            refundWatch.checkNow(caseNumber);
        }
    }

    /** The ledger counts it without this note, because it asks the provider before it sends anything. */
    private void noteByHand(Refund refund) {
        String text = "%s of the payment were refunded by hand at the payment provider (%s, %s)."
                .formatted(refund.amount(), refund.id(), EnumWords.word(refund.status()));
        for (CaseNumber caseNumber : cases.open(refund.paymentReference(), refund.charge())) {
            timeline.engineHeard(
                    caseNumber,
                    TimelineKind.REFUND_BY_HAND,
                    refund.id() + ", " + EnumWords.word(refund.status()),
                    text);
        }
    }

    private static Optional<UUID> key(Refund refund) {
        try {
            return Optional.ofNullable(refund.key()).map(UUID::fromString);
        } catch (IllegalArgumentException noKeyOfOurs) {
            return Optional.empty();
        }
    }
}
