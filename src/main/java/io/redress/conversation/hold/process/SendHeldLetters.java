package io.redress.conversation.hold.process;

import io.redress.conversation.hold.LetterHolds;
import io.redress.engine.job.ReachesOut;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.step.StepContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step <i>Send held letters</i>: sends the letters that waited until they were let go. */
@ReachesOut
@Component
@StepContract
class SendHeldLetters implements JavaDelegate {

    private final LetterHolds holds;

    SendHeldLetters(LetterHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.sendWaiting(ComplaintVariables.caseNumber(execution));
    }
}
