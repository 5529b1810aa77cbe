package io.redress.correspondence;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;
import io.redress.complaint.TimelineEntry;
import io.redress.deadline.Deadlines;
import io.redress.remedy.RemedyLedger;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases that their customers took back: what was done stays done, what was not is let go. */
@Component
public class TakenBack {

    private final Correspondence correspondence;
    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Deadlines deadlines;
    private final Clock clock;

    TakenBack(
            Correspondence correspondence,
            Complaints complaints,
            RemedyLedger ledger,
            Deadlines deadlines,
            Clock clock) {
        this.correspondence = correspondence;
        this.complaints = complaints;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Whether the customer wants to take the complaint back. */
    public boolean isWanted(CaseNumber caseNumber) {
        return complaints.get(caseNumber).isWithdrawalRequested();
    }

    /** Tells the customer what they keep, and ends the case. */
    @Transactional
    public void confirm(CaseNumber caseNumber) {
        correspondence.confirmWithdrawal(caseNumber);
        ledger.supersede(caseNumber, TimelineEntry.CUSTOMER, "The complaint was taken back");
        complaints.change(caseNumber, withdrawn -> withdrawn.withdraw(clock.instant()));
        deadlines.stopAll(caseNumber);
    }
}
