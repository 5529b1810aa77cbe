package io.redress.verification.finding.process;

import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.verification.finding.Advice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * The listener of the timer <i>Advice overdue</i>: gives a case back to whoever asked for advice, when nobody has given
 * it for too long.
 */
@Component
@StepContract
class TakeAdviceBack implements ExecutionListener {

    private final Advice advice;

    TakeAdviceBack(Advice advice) {
        this.advice = advice;
    }

    @Override
    public void notify(DelegateExecution execution) {
        advice.overdue(ComplaintVariables.caseNumber(execution));
    }
}
