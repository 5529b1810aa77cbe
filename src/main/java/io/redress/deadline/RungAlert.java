package io.redress.deadline;

import io.redress.complaint.CaseHead;
import java.util.List;

/** Tells people that cases have reached a rung. */
public interface RungAlert {

    /** A rung that was climbed. @param turn which climbing of a rung that is climbed repeatedly, from 0 */
    record Climbed(CaseHead file, CaseClock clock, Rung rung, int turn) {}

    /** Tells the audience of each rung, with a link to the case's task. */
    void tell(List<Climbed> rungs);
}
