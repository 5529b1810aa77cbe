package io.redress.engine.task;

/** The forms of open tasks, which show what their tasks carry. */
public interface TaskForms {

    /** Lets a task carry how its case stands now; nothing for a task that is about no case, or has been done. */
    void refresh(String taskId);
}
