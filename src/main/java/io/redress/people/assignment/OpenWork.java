package io.redress.people.assignment;

import io.redress.complaint.file.Complaint;

/** The open tasks of a case in the engine. */
public interface OpenWork {

    /**
     * Offers the case's open tasks to the people they go to by now, and takes them from those who may not see the case
     * any more.
     */
    void offer(Complaint complaint);
}
