package io.redress.engine.task;

import io.redress.core.input.RefusedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The approval that a manager adds to a diagram by its form alone: it says which way the case goes, and nothing else. */
public interface StepApproval extends Approval {

    /** The form that makes a user task an approval. */
    String FORM = "approveRemedy";

    /**
     * Takes the approver's answer out of what was submitted.
     *
     * @throws RefusedInput where it is none, or not this person's to give
     */
    void take(DelegateTask completed);
}
