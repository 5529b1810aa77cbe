package io.redress.correspondence.process;

import io.redress.correspondence.Correspondence;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ReachesOut;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a message to a customer who could not be written to when it was due. */
@ReachesOut
@Component
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
