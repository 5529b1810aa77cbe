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
import io.redress.verification.Triage;
import io.redress.verification.Verdict;
import io.redress.verification.Verification;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Gives the remedy table the facts, never channel or wording, and the ledger its proposals. */
@Component
class DecideRemedy extends DecisionStep {

    private final Complaints complaints;
    private final Decisions decisions;
    private final Triage triage;
    private final Verification verification;

    DecideRemedy(Complaints complaints, Decisions decisions, Triage triage, Verification verification) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.triage = triage;
        this.verification = verification;
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
        ComplaintVariables.OUTCOME.set(execution, Words.word(said.outcome()));
        ComplaintVariables.REFUND_DUE.set(execution, !said.refund().equals("none"));
        ComplaintVariables.REPLACEMENT_DUE.set(execution, said.replacement());
        boolean collection = said.byHand().equals("collection");
        ComplaintVariables.BY_HAND_DUE.set(execution, said.byHand().equals("repair"));
        ComplaintVariables.COLLECTION_DUE.set(execution, collection);
        ComplaintVariables.RETURN_DUE.set(
                execution, collection || said.replacement() && isWithCustomer(complaint(execution)));
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

    /** Whether what is replaced is at the customer's, and not lost on its way there. */
    private static boolean isWithCustomer(Complaint complaint) {
        return complaint.claim() == Claim.DEFECTIVE || complaint.claim() == Claim.WRONG_ITEM;
    }

    private Complaint complaint(DelegateExecution execution) {
        return complaints.get(ComplaintVariables.caseNumber(execution));
    }
}
