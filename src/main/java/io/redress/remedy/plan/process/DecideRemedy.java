package io.redress.remedy.plan.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.Duty;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.engine.table.Decides;
import io.redress.engine.table.DecisionStep;
import io.redress.remedy.decision.Decisions;
import io.redress.remedy.decision.Decisions.TableAnswer;
import io.redress.remedy.decision.RemedyFacts;
import io.redress.remedy.returns.WaysBack;
import io.redress.remedy.returns.WaysBack.Plan;
import io.redress.verification.gathering.Verification;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The step <i>Decide remedy</i>: gives the remedy table the facts, never the channel or the customer's wording, and the
 * ledger its proposals; then the table of ways back says what becomes of the goods that the customer has.
 */
@Component
@StepContract(
        duties = Duty.DECIDES,
        writes = {
            @Writes(
                    value = "outcome",
                    words = {"upheld", "partly_upheld", "refused"}),
            @Writes("refundDue"),
            @Writes("replacementDue"),
            @Writes("byHandDue"),
            @Writes("returnDue")
        })
@Decides("remedy")
class DecideRemedy extends DecisionStep {

    private final Complaints complaints;
    private final Decisions decisions;
    private final RemedyFacts facts;
    private final Verification verification;
    private final WaysBack waysBack;

    DecideRemedy(
            Complaints complaints,
            Decisions decisions,
            RemedyFacts facts,
            Verification verification,
            WaysBack waysBack) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.facts = facts;
        this.verification = verification;
        this.waysBack = waysBack;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        Complaint complaint = complaint(execution);
        return facts.of(
                complaint, verification.evidence(complaint.number()).orElseThrow(), decisions.ruling(complaint));
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answer) {
        TableAnswer said = DecisionRemedyTable.answer(answer);
        decisions.decide(complaint(execution), said);
        Plan plan = waysBack.plan(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.OUTCOME.set(execution, EnumWords.word(said.outcome()));
        ComplaintVariables.REFUND_DUE.set(execution, !said.refund().equals("none") && !plan.moneyWaits());
        ComplaintVariables.REPLACEMENT_DUE.set(execution, said.replacement());
        ComplaintVariables.BY_HAND_DUE.set(execution, said.byHand().equals("repair"));
        ComplaintVariables.RETURN_DUE.set(execution, plan.goodsComeBack());
    }

    private Complaint complaint(DelegateExecution execution) {
        return complaints.get(ComplaintVariables.caseNumber(execution));
    }
}
