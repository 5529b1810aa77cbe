package io.redress.conversation.followup.process;

import io.redress.conversation.followup.Reopening;
import io.redress.engine.port.ComplaintProcess;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Resolve complaint anew</i>: opens a case that has ended again; its next round runs in a process of its
 * own, under the same number.
 */
@Component
@StepContract
class ResolveAnew implements JavaDelegate {

    private final Reopening reopening;
    private final ComplaintProcess process;

    ResolveAnew(Reopening reopening, ComplaintProcess process) {
        this.reopening = reopening;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.resolveAnew(reopening.reopen(ComplaintVariables.caseNumber(execution)));
    }
}
