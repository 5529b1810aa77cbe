package io.redress.people.absence;

/** The open tasks in which somebody is asked to approve. */
public interface ApprovalTasks {

    /** Shows each task to the deputies who may approve it now, and hides it from those who no longer may. */
    void refresh();
}
