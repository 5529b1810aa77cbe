package io.redress.engine.task;

import io.redress.core.input.RefusedInput;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The listener of a user task in which one person answers what another has asked for. A task with such a listener is
 * given to nobody who asked, by {@link Approvals}, in any diagram and at every entry point.
 */
public interface AnotherPersonsTask extends TaskListener {

    /** The fields of the answer. They are in the submitted form and nowhere else. */
    List<String> answer();

    /** Whether this person asked for it. */
    boolean isAskedBy(DelegateTask task, String person);

    /** @throws RefusedInput where it is not this person's to say */
    void requireAnother(DelegateTask task, String person);
}
