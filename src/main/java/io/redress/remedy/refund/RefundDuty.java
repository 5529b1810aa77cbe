package io.redress.remedy.refund;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.remedy.ledger.RefundHolds;
import io.redress.remedy.ledger.Remedy;
import io.redress.remedy.ledger.RemedyKind;
import io.redress.remedy.ledger.RemedyMoved;
import io.redress.remedy.ledger.RemedyRepository;
import io.redress.remedy.ledger.RemedyStatus;
import io.redress.time.law.LegalClocks;
import io.redress.time.law.LegalEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The legal clocks on refunds, kept in step with the ledger: owed once agreed, kept once all of it is paid. A refund
 * that waits for goods is not owed before they are here, or sent as far as the carrier can prove it; a clock that
 * counts from something earlier, such as a withdrawal from the purchase, then counts from there all the same.
 */
@Component
public class RefundDuty {

    private final RemedyRepository remedies;
    private final RefundHolds holds;
    private final Complaints complaints;
    private final LegalClocks legal;
    private final Clock clock;

    RefundDuty(RemedyRepository remedies, RefundHolds holds, Complaints complaints, LegalClocks legal, Clock clock) {
        this.remedies = remedies;
        this.holds = holds;
        this.complaints = complaints;
        this.legal = legal;
        this.clock = clock;
    }

    /** Notes what became of a refund. */
    @EventListener
    void moved(RemedyMoved remedy) {
        if (remedy.kind() != RemedyKind.REFUND) {
            return;
        }
        CaseNumber caseNumber = remedy.caseNumber();
        switch (remedy.to()) {
            case APPROVED -> {
                if (holds.waitingForUnsent(caseNumber).contains(remedy.remedyId())) {
                    look(complaints.get(caseNumber));
                } else {
                    agreed(complaints.get(caseNumber));
                }
            }
            case SETTLED, SUPERSEDED -> look(complaints.get(caseNumber));
            case FAILED -> {
                if (remedy.isReversed()) {
                    Complaint complaint = complaints.get(caseNumber);
                    legal.owedAgain(complaint, LegalEvent.REFUND_AGREED);
                    legal.owedAgain(complaint, LegalEvent.WITHDRAWAL_TOLD);
                }
            }
            case PROPOSED, SENT, UNKNOWN -> {}
        }
    }

    /** Notes that refunds that waited for goods are owed from now on. */
    public void goodsAreSent(CaseNumber caseNumber) {
        Complaint complaint = complaints.get(caseNumber);
        agreed(complaint);
        legal.owedAgain(complaint, LegalEvent.WITHDRAWAL_TOLD);
    }

    private void agreed(Complaint complaint) {
        legal.happened(complaint, LegalEvent.REFUND_AGREED, clock.instant(), TimelineEntry.ENGINE);
    }

    private void look(Complaint complaint) {
        Set<UUID> waiting = holds.waitingForUnsent(complaint.number());
        List<Remedy> agreed = remedies.of(complaint.number()).stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND && isAgreed(remedy))
                .toList();
        List<RemedyStatus> owed = agreed.stream()
                .filter(remedy -> !waiting.contains(remedy.id()))
                .map(Remedy::status)
                .toList();
        if (owed.isEmpty()) {
            legal.noLongerOwed(complaint, LegalEvent.REFUND_AGREED);
            if (!agreed.isEmpty()) {
                legal.noLongerOwed(complaint, LegalEvent.WITHDRAWAL_TOLD);
            }
        } else if (owed.stream().allMatch(RemedyStatus.SETTLED::equals)) {
            legal.met(complaint, LegalEvent.REFUND_AGREED, TimelineEntry.ENGINE);
            legal.met(complaint, LegalEvent.WITHDRAWAL_TOLD, TimelineEntry.ENGINE);
        }
    }

    /** A failed one that somebody took care of has another in its place. */
    private static boolean isAgreed(Remedy remedy) {
        return switch (remedy.status()) {
            case PROPOSED, SUPERSEDED -> false;
            case FAILED -> remedy.handledBy() == null;
            case APPROVED, SENT, UNKNOWN, SETTLED -> true;
        };
    }
}
