package io.redress.remedy.dispute;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.database.Locks;
import io.redress.engine.port.DisputeProcess;
import io.redress.engine.port.RefundProcess;
import io.redress.engine.port.RefundWatchProcess;
import io.redress.outside.payment.Dispute;
import io.redress.outside.payment.Dispute.State;
import io.redress.outside.payment.PaymentProvider;
import io.redress.remedy.dispute.DisputeRows.Known;
import io.redress.remedy.ledger.PaymentCases;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.verification.evidence.DisputedPayments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disputes: payments that customers' banks take back. A dispute stops what was not sent yet, goes before a person, and
 * puts a clock on the case that never pauses: the evidence date is the bank's, not ours.
 */
@Component
public class Disputes {

    private final PaymentProvider provider;
    private final DisputeRows rows;
    private final PaymentCases cases;
    private final DisputedPayments disputedPayments;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final DisputeProcess process;
    private final RefundProcess refunding;
    private final RefundWatchProcess refundWatch;
    private final Timeline timeline;
    private final Locks locks;
    private final Clock clock;

    Disputes(
            PaymentProvider provider,
            DisputeRows rows,
            PaymentCases cases,
            DisputedPayments disputedPayments,
            Complaints complaints,
            Deadlines deadlines,
            DisputeProcess process,
            RefundProcess refunding,
            RefundWatchProcess refundWatch,
            Timeline timeline,
            Locks locks,
            Clock clock) {
        this.provider = provider;
        this.rows = rows;
        this.cases = cases;
        this.disputedPayments = disputedPayments;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.process = process;
        this.refunding = refunding;
        this.refundWatch = refundWatch;
        this.timeline = timeline;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Takes what the provider says now. To hear the same again changes nothing.
     *
     * @param about the case on whose behalf the provider was asked, {@code null} where it was not for a case
     * @param askedAt when it was asked; an older answer never overwrites a newer one
     */
    @Transactional
    public void seen(CaseNumber about, List<Dispute> disputes, Instant askedAt) {
        disputes.forEach(dispute -> seen(about, dispute, askedAt)
                .filter(caseNumber -> !dispute.state().isOpen())
                .ifPresent(caseNumber -> process.ended(caseNumber, dispute.id())));
    }

    /**
     * Asks the provider how a dispute stands, for the process that watches it and so needs no message.
     *
     * @return whether it is still open
     * @throws io.redress.outside.payment.PaymentProviderUnavailable where the provider cannot be asked now
     */
    @Transactional
    public boolean isStillOpen(CaseNumber caseNumber, String disputeId) {
        Instant askedAt = clock.instant();
        Dispute dispute = provider.disputeById(disputeId);
        seen(caseNumber, dispute, askedAt);
        return dispute.state().isOpen();
    }

    /** @return the case whose dispute has changed by this */
    public Optional<CaseNumber> seen(CaseNumber about, Dispute dispute, Instant askedAt) {
        // The ledger holds the same lock while it decides to send: either it sees this dispute, or it has sent before.
        locks.hold(RemedyLedger.lockOf(dispute.paymentReference()));
        Optional<Known> before = rows.find(dispute.id());
        if (before.filter(known -> known.askedAt().isAfter(askedAt)).isPresent()) {
            return Optional.empty();
        }
        Optional<CaseNumber> hadCase = before.flatMap(Known::caseNumber);
        Optional<CaseNumber> whose =
                hadCase.or(() -> Optional.ofNullable(about)).or(() -> cases.latest(dispute));
        rows.keep(dispute, whose.map(CaseNumber::value).orElse(null), askedAt);
        State told = hadCase.isPresent() ? before.map(Known::state).orElse(null) : null;
        Optional<CaseNumber> changed = whose.filter(caseNumber -> told != dispute.state());
        changed.ifPresent(caseNumber -> changed(caseNumber, dispute, told));
        return changed;
    }

    private void changed(CaseNumber caseNumber, Dispute dispute, State before) {
        if (dispute.state().isOpen()) {
            // An inquiry that has become a dispute needs an answer of its own.
            deadlines.stop(caseNumber, ClockKind.DISPUTE_EVIDENCE, ofInquiry(dispute.id()));
            opened(caseNumber, dispute);
        } else if (before != null && before.isOpen()) {
            ended(caseNumber, dispute);
        }
        tellOpenCases(dispute);
        if (dispute.state() == State.WON) {
            rows.casesThatLeft(dispute.id()).forEach(refundWatch::checkNow);
        }
    }

    /** Including cases that the dispute does not belong to: a person there decides about the same payment. */
    private void tellOpenCases(Dispute dispute) {
        String payment = dispute.paymentReference();
        if (payment != null) {
            boolean kept = !rows.inTheWay(List.of(payment)).isEmpty();
            cases.open(payment, dispute.charge()).forEach(open -> disputedPayments.changed(open, payment, kept));
        }
    }

    /** The subject of an inquiry's clock: the dispute that it may become has a date of its own. */
    public static String ofInquiry(String disputeId) {
        return "inquiry " + disputeId;
    }

    private void opened(CaseNumber caseNumber, Dispute dispute) {
        timeline.engineDid(caseNumber, TimelineKind.DISPUTE_OPENED, DisputeTexts.opened(dispute));
        if (dispute.evidenceDueAt() != null && dispute.evidenceDueAt().isAfter(clock.instant())) {
            deadlines.startLegal(
                    complaints.get(caseNumber),
                    ClockKind.DISPUTE_EVIDENCE,
                    dispute.state() == State.INQUIRY ? ofInquiry(dispute.id()) : dispute.id(),
                    dispute.openedAt(),
                    dispute.evidenceDueAt());
        }
        process.opened(caseNumber, dispute.id());
        cases.withUnsentRefund(dispute).forEach(refunding::goOn);
    }

    private void ended(CaseNumber caseNumber, Dispute dispute) {
        timeline.engineDid(caseNumber, ending(dispute.state()), DisputeTexts.ended(dispute));
        deadlines.stop(caseNumber, ClockKind.DISPUTE_EVIDENCE, ofInquiry(dispute.id()));
        deadlines.stop(caseNumber, ClockKind.DISPUTE_EVIDENCE, dispute.id());
    }

    private static TimelineKind ending(State state) {
        return switch (state) {
            case WON -> TimelineKind.DISPUTE_WON;
            case LOST -> TimelineKind.DISPUTE_LOST;
            case PREVENTED -> TimelineKind.DISPUTE_PREVENTED;
            case REFUNDED -> TimelineKind.DISPUTE_REFUNDED;
            case INQUIRY, OPEN -> throw new IllegalArgumentException(state + " is no end of a dispute");
        };
    }

    /** What a dispute is about, in words for who answers the bank; empty where it is not known. */
    public String inWords(String disputeId) {
        return rows.dispute(disputeId).map(DisputeTexts::opened).orElse("");
    }

    /** How a person answered the bank. */
    public enum Answer {
        EVIDENCE_HANDED_IN,
        ACCEPTED
    }

    /** Notes how a person answered the bank, which is what the clock counts towards. @param note may be {@code null} */
    @Transactional
    public void answered(CaseNumber caseNumber, String disputeId, Answer answer, String note, String person) {
        String what = answer == Answer.ACCEPTED
                ? "The dispute %s was accepted: the customer keeps the money."
                : "Evidence against the dispute %s was handed in.";
        timeline.add(
                caseNumber,
                person,
                TimelineKind.DISPUTE_ANSWERED,
                what.formatted(disputeId) + (note == null ? "" : "\n" + note));
        deadlines.met(caseNumber, ClockKind.DISPUTE_EVIDENCE, ofInquiry(disputeId));
        deadlines.met(caseNumber, ClockKind.DISPUTE_EVIDENCE, disputeId);
    }
}
