package io.redress.remedy.process;

import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Outcome;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.DecisionStep;
import io.redress.remedy.Decisions;
import io.redress.remedy.Decisions.TableAnswer;
import io.redress.remedy.WaysBack;
import io.redress.remedy.WaysBack.Plan;
import io.redress.verification.Triage;
import io.redress.verification.Verdict;
import io.redress.verification.Verification;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Gives the remedy table the facts, never channel or wording, and the ledger its proposals; then the table of ways back
 * says what becomes of the goods that the customer has.
 */
@Component
class DecideRemedy extends DecisionStep {

    private final Complaints complaints;
    private final Decisions decisions;
    private final Triage triage;
    private final Verification verification;
    private final WaysBack waysBack;

    DecideRemedy(
            Complaints complaints,
            Decisions decisions,
            Triage triage,
            Verification verification,
            WaysBack waysBack) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.triage = triage;
        this.verification = verification;
        this.waysBack = waysBack;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        Complaint complaint = complaint(execution);
        String choice = decisions
                .ruling(complaint)
                .map(Verdict::remedyChoice)
                .map(chosen -> Words.word(chosen))
                .orElse("as_proposed");
        return Map.of(
                "verdict",
                decisions.verdictWord(complaint),
                "basis",
                basis(complaint),
                "claim",
                complaint.claim() == null ? "" : Words.word(complaint.claim()),
                "remedyChoice",
                choice,
                "moneyOwed",
                true);
    }

    @Override
    protected void decided(DelegateExecution execution, Map<String, Object> answer) {
        TableAnswer said = new TableAnswer(
                Words.constant(Outcome.class, (String) answer.get("outcome")).orElseThrow(),
                (String) answer.get("refund"),
                Boolean.TRUE.equals(answer.get("replacement")),
                (String) answer.get("byHand"),
                Boolean.TRUE.equals(answer.get("apology")),
                (String) answer.get("reason"));
        decisions.decide(complaint(execution), said);
        Plan plan = waysBack.plan(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.OUTCOME.set(execution, Words.word(said.outcome()));
        ComplaintVariables.REFUND_DUE.set(execution, !said.refund().equals("none") && !plan.moneyWaits());
        ComplaintVariables.REPLACEMENT_DUE.set(execution, said.replacement());
        ComplaintVariables.BY_HAND_DUE.set(execution, said.byHand().equals("repair"));
        ComplaintVariables.RETURN_DUE.set(execution, plan.goodsComeBack());
    }

    /** What evidence proves; that an article failed before counts also where a person decides. */
    private String basis(Complaint complaint) {
        boolean failedBefore = complaint.claim() == Claim.DEFECTIVE
                && verification
                        .evidence(complaint.number())
                        .map(evidence -> evidence.earlierFailures() > 0)
                        .orElse(false);
        return failedBefore ? "repeat_failure" : triage.basis(complaint);
    }

    private Complaint complaint(DelegateExecution execution) {
        return complaints.get(ComplaintVariables.caseNumber(execution));
    }
}
