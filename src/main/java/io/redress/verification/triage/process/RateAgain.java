package io.redress.verification.triage.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.record.CaseAtHand;
import io.redress.verification.gathering.Verification;
import io.redress.verification.safety.TriageAgain;
import io.redress.verification.triage.Triage;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * The triage table, asked once more outside of the diagram: how urgent a case is and whose, never whether evidence
 * decides.
 */
@Component
class RateAgain implements TriageAgain {

    private final DecisionService decisions;
    private final TriageComplaint facts;
    private final Verification verification;
    private final Triage triage;

    RateAgain(DecisionService decisions, TriageComplaint facts, Verification verification, Triage triage) {
        this.decisions = decisions;
        this.facts = facts;
        this.verification = verification;
        this.triage = triage;
    }

    @Override
    public void rate(CaseNumber caseNumber) {
        if (verification.evidence(caseNumber).isEmpty()) {
            return;
        }
        Map<String, Object> answer = CaseAtHand.during(caseNumber, () -> answer(caseNumber));
        triage.rateAgain(
                caseNumber,
                (String) answer.get("severity"),
                ((Number) answer.get("priority")).intValue(),
                (String) answer.get("team"),
                (String) answer.get("reason"));
    }

    private Map<String, Object> answer(CaseNumber caseNumber) {
        return decisions
                .evaluateDecisionTableByKey("triage", facts.facts(caseNumber))
                .getSingleResult()
                .getEntryMap();
    }
}
