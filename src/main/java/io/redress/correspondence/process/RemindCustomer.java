package io.redress.correspondence.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import io.redress.engine.Urgency;
import io.redress.engine.Urgent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the customer again. */
@ReachesOut
@Urgent(Urgency.QUESTION)
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
