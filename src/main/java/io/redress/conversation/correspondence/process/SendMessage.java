package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Send message</i>: sends a message to a customer who could not be written to when it was due. */
@ReachesOut
@Component
@StepContract(reads = "messageId")
class SendMessage implements JavaDelegate {

    private final Correspondence correspondence;

    SendMessage(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.send(UUID.fromString(ComplaintVariables.MESSAGE_ID.get(execution)));
    }
}
