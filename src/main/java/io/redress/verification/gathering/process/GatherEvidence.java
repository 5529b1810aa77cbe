package io.redress.verification.gathering.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.job.LastAttempt;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.verification.gathering.Verification;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Gather evidence</i>: asks shop, carrier and payment provider. Where one of them gives no answer to the
 * end, evidence does without it and a person decides.
 */
@Component
@StepContract
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
