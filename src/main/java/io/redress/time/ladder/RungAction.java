package io.redress.time.ladder;

import io.redress.complaint.file.Complaint;
import io.redress.time.clock.CaseClock;

/**
 * The actions in the engine that a rung asks for, such as taking an overdue task away from somebody who does not act on
 * it.
 */
public interface RungAction {

    /**
     * Gives the case's open tasks back to the team, around whoever had them.
     *
     * @param complaint the case, which nobody owns any more
     * @param owner who owned it until now, {@code null} where nobody did
     */
    void reassign(Complaint complaint, String owner);

    /** Gives what a colleague was asked for and has not answered back to who asked. */
    void handBack(Complaint complaint, CaseClock asked);

    /** Raises the priority of the case's open tasks to that of the case. */
    void raise(Complaint complaint);
}
