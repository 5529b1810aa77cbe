package io.redress.conversation.correspondence;

import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.TimelineEntry;
import io.redress.remedy.ledger.RemedyLedger;
import io.redress.time.clock.Deadlines;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases that their customers took back: what was done stays done, what was not is dropped. */
@Component
public class WithdrawnCases {

    private final Correspondence correspondence;
    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Deadlines deadlines;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    WithdrawnCases(
            Correspondence correspondence,
            Complaints complaints,
            RemedyLedger ledger,
            Deadlines deadlines,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.correspondence = correspondence;
        this.complaints = complaints;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether the customer wants to take the complaint back. */
    public boolean isWanted(CaseNumber caseNumber) {
        return complaints.get(caseNumber).isWithdrawalRequested();
    }

    /**
     * Tells the customer what they keep, and ends the case. It ends also where they cannot be told now: then only
     * telling them is left to be tried again.
     */
    @Transactional
    public void confirm(CaseNumber caseNumber) {
        try {
            correspondence.confirmWithdrawal(caseNumber);
        } catch (RuntimeException notTold) {
            ownTransaction.executeWithoutResult(status -> end(caseNumber));
            throw notTold;
        }
        end(caseNumber);
    }

    /** Ends the case; what was only proposed is dropped. */
    @Transactional
    public void end(CaseNumber caseNumber) {
        ledger.supersede(caseNumber, TimelineEntry.CUSTOMER, "The complaint was taken back");
        if (!complaints.get(caseNumber).hasEnded()) {
            complaints.change(caseNumber, withdrawn -> withdrawn.withdraw(clock.instant()));
            deadlines.stopAll(caseNumber);
        }
    }
}
