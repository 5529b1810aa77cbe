package io.redress.conversation.correspondence.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.correspondence.WithdrawnCases;
import io.redress.core.text.EnumWords;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.ledger.RemedyLedger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Explain decision</i>: explains the decision to the customer; an apology is made good by saying it. */
@ReachesOut
@Component
@StepContract(duties = Duty.EXPLAINS, writes = @Writes(value = "outcome", words = "withdrawn", sometimes = true))
@Skippable(value = Skippable.When.NEVER, because = "tells the customer what is decided")
class ExplainDecision implements JavaDelegate {

    private final Correspondence correspondence;
    private final RemedyLedger ledger;
    private final Complaints complaints;
    private final WithdrawnCases withdrawnCases;

    ExplainDecision(
            Correspondence correspondence, RemedyLedger ledger, Complaints complaints, WithdrawnCases withdrawnCases) {
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.complaints = complaints;
        this.withdrawnCases = withdrawnCases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        if (withdrawnCases.isWanted(caseNumber)) {
            // It came in while goodwill was on its way, which is not interrupted.
            withdrawnCases.confirm(caseNumber);
            ComplaintVariables.OUTCOME.set(execution, EnumWords.word(Outcome.WITHDRAWN));
            return;
        }
        // Asked first, because a letter is not taken back.
        complaints.get(caseNumber).requireExplainable();
        correspondence.explain(caseNumber);
        ledger.apologised(caseNumber);
        complaints.change(caseNumber, Complaint::explained);
    }
}
