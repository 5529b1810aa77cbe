package io.redress.remedy.refund.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import io.redress.remedy.refund.RefundWatch;
import io.redress.remedy.refund.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Check refunds</i>: asks the payment provider whether the refunds of the case still stand. */
@Component
@StepContract(
        writes =
                @Writes(
                        value = "refundWatchResult",
                        words = {"watch", "certain", "failed"}))
class CheckRefunds implements JavaDelegate {

    private final Refunds refunds;
    private final RefundWatch watch;

    CheckRefunds(Refunds refunds, RefundWatch watch) {
        this.refunds = refunds;
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        boolean failed = refunds.oneNeedsPerson(caseNumber);
        String result = failed ? "failed" : watch.isOver(caseNumber) ? "certain" : "watch";
        ComplaintVariables.REFUND_WATCH_RESULT.set(execution, result);
    }
}
