package io.redress.correspondence.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the customer again. */
@ReachesOut
@Component
class RemindCustomer implements JavaDelegate {

    private final Correspondence correspondence;

    RemindCustomer(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.remind(ComplaintVariables.caseNumber(execution));
    }
}
