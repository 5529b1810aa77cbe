package io.redress.engine.job;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.text.EnumWords;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.ComplaintVariables.Variable;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A step that has an outside system bring something about. A refusal for good and a breakdown that outlasted every
 * attempt leave by the events that the diagram draws for them, so that neither ends without a person.
 */
public abstract class OutwardStep implements JavaDelegate {

    /** The code of the event for a breakdown that outlasted every attempt. */
    private static final String RETRIES_EXHAUSTED = "retriesExhausted";

    private final Variable<String> step;
    private final Class<? extends RuntimeException> refusal;
    private final String refused;
    private final LastAttempt lastAttempt;

    /**
     * @param step the variable from which the diagram reads how far it is
     * @param refusal what is thrown where no later attempt can bring it about
     * @param refused the code of the diagram's event for that
     */
    protected OutwardStep(
            Variable<String> step, Class<? extends RuntimeException> refusal, String refused, LastAttempt lastAttempt) {
        this.step = step;
        this.refusal = refusal;
        this.refused = refused;
        this.lastAttempt = lastAttempt;
    }

    /**
     * Does the next thing, or asks what became of the last one, and says how far it is. Safe to repeat at any moment.
     */
    protected abstract Enum<?> next(CaseNumber caseNumber);

    @Override
    public void execute(DelegateExecution execution) {
        try {
            step.set(execution, EnumWords.word(next(ComplaintVariables.caseNumber(execution))));
        } catch (RuntimeException failed) {
            if (refusal.isInstance(failed)) {
                throw new BpmnError(refused, failed.getMessage());
            }
            if (lastAttempt.endsWith(failed)) {
                throw new BpmnError(RETRIES_EXHAUSTED, failed.getMessage(), failed);
            }
            throw failed;
        }
    }
}
