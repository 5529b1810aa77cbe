package io.redress.verification.gathering.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.job.LastAttempt;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.verification.gathering.Verification;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks shop, carrier and payment provider; whoever stays silent to the end is done without, and a person decides. */
@Component
@Skippable(value = Skippable.When.NEVER, because = "finds out what everything after it asks")
class GatherEvidence implements JavaDelegate {

    private final Verification verification;
    private final LastAttempt lastAttempt;

    GatherEvidence(Verification verification, LastAttempt lastAttempt) {
        this.verification = verification;
        this.lastAttempt = lastAttempt;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        verification.gather(caseNumber, lastAttempt.ofAsking());
    }
}
