package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Urgency;
import io.redress.engine.job.Urgent;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Send reply</i>: sends the reply that a handler wrote. */
@ReachesOut
@Urgent(Urgency.QUESTION)
@Component
@StepContract(reads = "messageId")
class SendReply implements JavaDelegate {

    private final Correspondence correspondence;

    SendReply(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.send(UUID.fromString(ComplaintVariables.MESSAGE_ID.get(execution)));
    }
}
