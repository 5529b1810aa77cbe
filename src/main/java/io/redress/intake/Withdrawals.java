package io.redress.intake;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Status;
import io.redress.complaint.Timeline;
import io.redress.complaint.TimelineEntry;
import io.redress.correspondence.Incoming;
import io.redress.engine.ComplaintProcess;
import io.redress.remedy.RemedyLedger;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers take complaints back. That never interrupts a money step: what was not sent is let go at once, what is on its
 * way is waited for, and the diagram asks for the withdrawal when it has arrived.
 */
@Component
public class Withdrawals {

    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final ComplaintProcess process;
    private final Incoming incoming;
    private final Timeline timeline;
    private final Clock clock;

    Withdrawals(
            Complaints complaints,
            RemedyLedger ledger,
            ComplaintProcess process,
            Incoming incoming,
            Timeline timeline,
            Clock clock) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.process = process;
        this.incoming = incoming;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes a complaint back; repeating it changes nothing.
     *
     * @param reason in the customer's own words, may be {@code null}
     * @throws CaseEnded where the case is closed
     */
    @Transactional
    public void withdraw(CaseNumber caseNumber, String reason) {
        Complaint complaint = complaints.get(caseNumber);
        if (complaint.status() == Status.CLOSED) {
            throw new CaseEnded(caseNumber);
        }
        if (complaint.isWithdrawalRequested()) {
            return;
        }
        complaints.change(caseNumber, taken -> taken.withdrawalRequested(clock.instant()));
        timeline.add(
                caseNumber,
                TimelineEntry.CUSTOMER,
                "withdrawal_requested",
                reason == null ? "Without a reason." : reason);
        ledger.supersede(caseNumber, TimelineEntry.CUSTOMER, "The customer took the complaint back.");
        // In the follow-up everything is made good; a refund that is sent once more then runs beside it.
        boolean waits = complaint.status() != Status.WAITING_FOR_FOLLOW_UP && ledger.isUnderWay(caseNumber);
        if (!waits && !process.withdraw(caseNumber)) {
            incoming.received(caseNumber, "I take my complaint back." + (reason == null ? "" : " " + reason), null);
        }
    }
}
