package io.redress.correspondence.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaints;
import io.redress.complaint.Outcome;
import io.redress.complaint.TimelineEntry;
import io.redress.complaint.Words;
import io.redress.correspondence.Correspondence;
import io.redress.deadline.Deadlines;
import io.redress.engine.ComplaintVariables;
import io.redress.remedy.RemedyLedger;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a case that the customer took back: what was done stays done, what was not is let go. */
@Component
class ConfirmWithdrawal implements JavaDelegate {

    private final Correspondence correspondence;
    private final Complaints complaints;
    private final RemedyLedger ledger;
    private final Deadlines deadlines;
    private final Clock clock;

    ConfirmWithdrawal(
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

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = new CaseNumber(ComplaintVariables.CASE_NUMBER.get(execution));
        correspondence.confirmWithdrawal(caseNumber);
        ledger.supersede(caseNumber, TimelineEntry.CUSTOMER, "The complaint was taken back");
        complaints.change(caseNumber, withdrawn -> withdrawn.withdraw(clock.instant()));
        deadlines.stopAll(caseNumber);
        ComplaintVariables.OUTCOME.set(execution, Words.word(Outcome.WITHDRAWN));
    }
}
