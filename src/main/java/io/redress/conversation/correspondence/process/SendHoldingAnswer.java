package io.redress.conversation.correspondence.process;

import io.redress.conversation.correspondence.HoldingAnswer;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import io.redress.engine.step.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step <i>Send holding answer</i>: tells the customer that we need longer, where a promise is in danger; the
 * diagram waits for the next one.
 */
@ReachesOut
@Component
@StepContract(writes = @Writes("answerOwed"))
class SendHoldingAnswer implements JavaDelegate {

    private final HoldingAnswer holdingAnswer;

    SendHoldingAnswer(HoldingAnswer holdingAnswer) {
        this.holdingAnswer = holdingAnswer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean owed = holdingAnswer.send(ComplaintVariables.caseNumber(execution));
        ComplaintVariables.ANSWER_OWED.set(execution, owed);
    }
}
