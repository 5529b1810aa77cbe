package io.redress.remedy.refund.process;

import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.RefundWatchProcess;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Watch refunds</i>: has settled refunds watched, since a bank can send one back days later. */
@Component
@StepContract
class WatchRefunds implements JavaDelegate {

    private final RefundWatchProcess refundWatch;

    WatchRefunds(RefundWatchProcess refundWatch) {
        this.refundWatch = refundWatch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        refundWatch.start(ComplaintVariables.caseNumber(execution));
    }
}
