package io.redress.remedy.process;

import io.redress.engine.ComplaintVariables;
import io.redress.remedy.GoodsReturns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins to bring goods back as it was planned with the decision, beside the case. */
@Component
class ArrangeReturn implements JavaDelegate {

    private final GoodsReturns returns;

    ArrangeReturn(GoodsReturns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.begin(ComplaintVariables.caseNumber(execution));
    }
}
