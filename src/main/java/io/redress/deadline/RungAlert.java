package io.redress.deadline;

import io.redress.complaint.Complaint;

/** Tells people that a case has reached a rung. */
public interface RungAlert {

    /**
     * Tells the rung's audience, with a link to the case's task.
     *
     * @param turn which climbing of a rung that is climbed repeatedly, from 0
     */
    void tell(Complaint complaint, CaseClock clock, Rung rung, int turn);
}
