package io.redress.remedy.replacement.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.replacement.Replacements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Propose refund instead</i>: finds money for what the warehouse does not have. */
@Component
@StepContract(writes = @Writes("refundInsteadDue"))
class RefundInstead implements JavaDelegate {

    private final Replacements replacements;

    RefundInstead(Replacements replacements) {
        this.replacements = replacements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        ComplaintVariables.REFUND_INSTEAD_DUE.set(execution, replacements.refundInstead(caseNumber));
    }
}
