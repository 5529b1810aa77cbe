package io.redress.verification.evidence;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payments of a case that a dispute keeps, as its evidence has them: kept up to date, because that can change while
 * a person decides.
 */
@Component
public class DisputedPayments {

    private final Complaints complaints;
    private final EvidenceStore store;
    private final Clock clock;

    DisputedPayments(Complaints complaints, EvidenceStore store, Clock clock) {
        this.complaints = complaints;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that a dispute has begun to keep a payment of a case, or keeps it no more. Without evidence nothing is
     * noted.
     *
     * @param payment the provider's reference of it
     */
    @Transactional
    public void changed(CaseNumber caseNumber, String payment, boolean forbidsRefund) {
        Complaint complaint = complaints.get(caseNumber);
        store.latest(caseNumber)
                .map(known -> known.withDispute(payment, forbidsRefund))
                .ifPresent(now -> store.save(complaint, now, clock.instant()));
    }
}
