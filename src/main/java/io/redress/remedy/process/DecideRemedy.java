package io.redress.remedy.process;

import io.redress.complaint.Claim;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.DecisionStep;
import io.redress.remedy.Decisions;
import io.redress.remedy.Decisions.TableAnswer;
import io.redress.remedy.RemedyFacts;
import io.redress.verification.Verification;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Gives the remedy table the facts, never channel or wording, and the ledger its proposals. */
@Component
class DecideRemedy extends DecisionStep {

    private final Complaints complaints;
    private final Decisions decisions;
    private final RemedyFacts facts;
    private final Verification verification;

    DecideRemedy(Complaints complaints, Decisions decisions, RemedyFacts facts, Verification verification) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.facts = facts;
        this.verification = verification;
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
        ComplaintVariables.OUTCOME.set(execution, Words.word(said.outcome()));
        ComplaintVariables.REFUND_DUE.set(execution, !said.refund().equals("none"));
        ComplaintVariables.REPLACEMENT_DUE.set(execution, said.replacement());
        boolean collection = said.byHand().equals("collection");
        ComplaintVariables.BY_HAND_DUE.set(execution, said.byHand().equals("repair"));
        ComplaintVariables.COLLECTION_DUE.set(execution, collection);
        ComplaintVariables.RETURN_DUE.set(
                execution, collection || said.replacement() && isWithCustomer(complaint(execution)));
    }

    /** Whether what is replaced is at the customer's, and not lost on its way there. */
    private static boolean isWithCustomer(Complaint complaint) {
        return complaint.claim() == Claim.DEFECTIVE || complaint.claim() == Claim.WRONG_ITEM;
    }

    private Complaint complaint(DelegateExecution execution) {
        return complaints.get(ComplaintVariables.caseNumber(execution));
    }
}
