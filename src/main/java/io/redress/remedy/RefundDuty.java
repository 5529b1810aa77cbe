package io.redress.remedy;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.TimelineEntry;
import io.redress.deadline.LegalClocks;
import io.redress.deadline.LegalEvent;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the clocks that laws put on refunds where the ledger says: owed once agreed, kept once all of it is paid. */
@Component
class RefundDuty {

    private final RemedyRepository remedies;
    private final Complaints complaints;
    private final LegalClocks legal;
    private final Clock clock;

    RefundDuty(RemedyRepository remedies, Complaints complaints, LegalClocks legal, Clock clock) {
        this.remedies = remedies;
        this.complaints = complaints;
        this.legal = legal;
        this.clock = clock;
    }

    /**
     * Notes what became of a remedy.
     *
     * @param from {@code null} where it is new
     */
    void moved(CaseNumber caseNumber, RemedyKind kind, RemedyStatus from, RemedyStatus to) {
        if (kind != RemedyKind.REFUND) {
            return;
        }
        switch (to) {
            case APPROVED ->
                legal.happened(
                        complaints.get(caseNumber), LegalEvent.REFUND_AGREED, clock.instant(), TimelineEntry.ENGINE);
            case SETTLED, SUPERSEDED -> look(complaints.get(caseNumber));
            case FAILED -> {
                if (from == RemedyStatus.SETTLED) {
                    Complaint complaint = complaints.get(caseNumber);
                    legal.owedAgain(complaint, LegalEvent.REFUND_AGREED);
                    legal.owedAgain(complaint, LegalEvent.WITHDRAWAL_TOLD);
                }
            }
            case PROPOSED, SENT, UNKNOWN -> {}
        }
    }

    private void look(Complaint complaint) {
        List<RemedyStatus> agreed = remedies
                .findByCaseNumberOrderByCreatedAt(complaint.number().value())
                .stream()
                .filter(remedy -> remedy.kind() == RemedyKind.REFUND && isAgreed(remedy))
                .map(Remedy::status)
                .toList();
        if (agreed.isEmpty()) {
            legal.noLongerOwed(complaint, LegalEvent.REFUND_AGREED);
        } else if (agreed.stream().allMatch(RemedyStatus.SETTLED::equals)) {
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
