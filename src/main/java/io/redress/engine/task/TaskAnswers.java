package io.redress.engine.task;

import io.redress.core.input.RefusedInput;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * The answers that somebody may give in any task's form beside what the task asks for. They are taken before the task's
 * own listeners see the form, whatever diagram the task is in.
 */
public interface TaskAnswers {

    /** The fields it takes; nobody fills them in for an approver beforehand. */
    default Collection<String> fields() {
        return List.of();
    }

    /** @throws RefusedInput where it cannot be taken; the task then stays open */
    void take(DelegateTask completed);
}
