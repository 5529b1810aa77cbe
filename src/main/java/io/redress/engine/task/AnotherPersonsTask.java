package io.redress.engine.task;

import io.redress.core.input.RefusedInput;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * What one person is to say because another asked for it, as a listener of the user task in which they say it. A task that
 * names one is given to no one who asked, by {@link Approvals}, in any diagram and on every door.
 */
public interface AnotherPersonsTask extends TaskListener {

    /** The fields of the answer. They stand in what is submitted and nowhere else. */
    List<String> answer();

    /** Whether this person asked for it. */
    boolean isAskedBy(DelegateTask task, String person);

    /** @throws RefusedInput where it is not this person's to say */
    void requireAnother(DelegateTask task, String person);
}
