package io.redress.conversation.followup.process;

import io.redress.conversation.correspondence.Correspondence;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.job.Skippable;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Send final answer</i>: sends the lead's last word. */
@ReachesOut
@Component
@StepContract(reads = "messageId")
@Skippable(value = Skippable.When.NEVER, because = "tells the customer what is decided")
class SendFinalAnswer implements JavaDelegate {

    private final Correspondence correspondence;

    SendFinalAnswer(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.send(UUID.fromString(ComplaintVariables.MESSAGE_ID.get(execution)));
    }
}
