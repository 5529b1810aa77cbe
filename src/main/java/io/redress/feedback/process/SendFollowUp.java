package io.redress.feedback.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the customer whether all is well; silence counts as yes. */
@ReachesOut
@Component
class SendFollowUp implements JavaDelegate {

    private final Correspondence correspondence;

    SendFollowUp(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.followUp(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.FOLLOW_UP_RESULT.set(execution, "silent");
    }
}
