package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;

/** The open tasks of a case in the engine. */
public interface CaseTasks {

    /** Lets them have the case's priority and be found by its team. */
    void follow(Complaint complaint);

    /** The same, and takes them from whoever is not of the team, so that somebody of it can claim them at this hour. */
    void handOver(Complaint complaint);
}
