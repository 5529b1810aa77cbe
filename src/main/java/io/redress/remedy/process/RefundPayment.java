package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.remedy.Refunds;
import io.redress.remedy.RemedyFailed;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives money back; the diagram asks how far it is and comes back for the rest. */
@Component
class RefundPayment implements JavaDelegate {

    private final Refunds refunds;

    RefundPayment(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        try {
            ComplaintVariables.REFUND_STEP.set(execution, Words.word(refunds.refundNext(caseNumber)));
        } catch (RemedyFailed failed) {
            throw new BpmnError("refundRefused", failed.getMessage());
        }
    }
}
