package io.redress.remedy.process;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Words;
import io.redress.engine.ComplaintVariables;
import io.redress.engine.ComplaintVariables.Variable;
import io.redress.engine.LastAttempt;
import io.redress.remedy.RemedyFailed;
import io.redress.remedy.Step;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A step that has the world outside make something good. A refusal for good and a breakdown that outlasted every attempt
 * leave by the events that the diagram draws for them, so that neither ends without a person.
 */
abstract class RemedyStep implements JavaDelegate {

    /** The code of the event for a breakdown that outlasted every attempt. */
    private static final String RETRIES_EXHAUSTED = "retriesExhausted";

    private final Variable<String> step;
    private final String refused;
    private final LastAttempt lastAttempt;

    /**
     * @param step where the diagram reads how far it is
     * @param refused the code of the event for a refusal for good
     */
    RemedyStep(Variable<String> step, String refused, LastAttempt lastAttempt) {
        this.step = step;
        this.refused = refused;
        this.lastAttempt = lastAttempt;
    }

    /** Does what is next, or asks what became of it. Safe to repeat at any moment. */
    protected abstract Step next(CaseNumber caseNumber);

    @Override
    public void execute(DelegateExecution execution) {
        try {
            step.set(execution, Words.word(next(ComplaintVariables.caseNumber(execution))));
        } catch (RemedyFailed failed) {
            throw new BpmnError(refused, failed.getMessage());
        } catch (RuntimeException broken) {
            if (lastAttempt.endsWith(broken)) {
                throw new BpmnError(RETRIES_EXHAUSTED, broken.getMessage(), broken);
            }
            throw broken;
        }
    }
}
