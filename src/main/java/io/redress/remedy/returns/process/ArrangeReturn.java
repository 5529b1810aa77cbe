package io.redress.remedy.returns.process;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.remedy.returns.GoodsReturns;
import io.redress.remedy.returns.WaysBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Have goods returned</i>: begins to bring goods back as it was planned with the decision, beside the case.
 */
@Component
@StepContract
class ArrangeReturn implements JavaDelegate {

    private final GoodsReturns returns;
    private final WaysBack waysBack;

    ArrangeReturn(GoodsReturns returns, WaysBack waysBack) {
        this.returns = returns;
        this.waysBack = waysBack;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = ComplaintVariables.caseNumber(execution);
        if (!returns.begin(caseNumber)) {
            // Decided before returns were planned with the decision.
            waysBack.plan(caseNumber);
            returns.begin(caseNumber);
        }
    }
}
