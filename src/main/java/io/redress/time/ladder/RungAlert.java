package io.redress.time.ladder;

import io.redress.complaint.file.CaseHead;
import io.redress.time.clock.CaseClock;
import java.util.List;

/** The notice to people that cases have reached a rung. */
public interface RungAlert {

    /** A rung that was climbed. @param turn which climbing of a rung that is climbed repeatedly, from 0 */
    record Climbed(CaseHead file, CaseClock clock, Rung rung, int turn) {}

    /** Tells the audience of each rung, with a link to the case's task. */
    void tell(List<Climbed> rungs);
}
