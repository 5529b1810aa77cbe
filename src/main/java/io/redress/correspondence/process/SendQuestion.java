package io.redress.correspondence.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import io.redress.engine.Urgency;
import io.redress.engine.Urgent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the customer; from now on what they write is the answer, and once they have it the clocks stand still. */
@ReachesOut
@Urgent(Urgency.QUESTION)
@Component
class SendQuestion implements JavaDelegate {

    private final Correspondence correspondence;

    SendQuestion(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.ask(ComplaintVariables.caseNumber(execution));
    }
}
