package io.redress.correspondence.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer what was done instead of a refund that came back. */
@ReachesOut
@Component
class CorrectExplanation implements JavaDelegate {

    private final Correspondence correspondence;

    CorrectExplanation(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.correct(ComplaintVariables.caseNumber(execution));
    }
}
