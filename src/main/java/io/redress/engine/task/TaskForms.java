package io.redress.engine.task;

/** The forms of open tasks, with the values that their tasks hold for them. */
public interface TaskForms {

    /**
     * Stores the present state of the case in the task's form; does nothing for a task that is about no case, or has
     * been done.
     */
    void refresh(String taskId);
}
