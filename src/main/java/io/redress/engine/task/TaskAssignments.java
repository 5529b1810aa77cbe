package io.redress.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * A listener for every assignment of every task, whatever diagram it is in, in the transaction in which it happens.
 */
public interface TaskAssignments {

    /** Somebody has the task now, or nobody any more; also where Redress itself gives it. */
    void assigned(DelegateTask task);
}
