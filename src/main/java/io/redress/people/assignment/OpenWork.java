package io.redress.people.assignment;

import io.redress.complaint.file.Complaint;

/** The open tasks of a case in the engine. */
public interface OpenWork {

    /** TaskCandidates the case's open tasks to whom they go by now, and takes them from whoever may not see the case any more. */
    void offer(Complaint complaint);
}
