package io.redress.remedy.process;

import io.redress.engine.ComplaintVariables;
import io.redress.remedy.GoodsReturns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins to bring goods back, beside the case: nothing that is due to the customer waits for them. */
@Component
class ArrangeReturn implements JavaDelegate {

    private final GoodsReturns returns;

    ArrangeReturn(GoodsReturns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean collection = ComplaintVariables.COLLECTION_DUE.find(execution).orElse(false);
        returns.begin(ComplaintVariables.caseNumber(execution), collection);
    }
}
