package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;

/** The open tasks of a case in the engine, to be moved when its urgency or its team changes. */
public interface CaseTasks {

    /** Gives them the case's priority, and lets its team find them. */
    void follow(Complaint complaint);

    /** The same, and takes them from whoever is not in the team, so that a member can claim them at this hour. */
    void handOver(Complaint complaint);
}
