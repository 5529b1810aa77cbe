package io.redress.deadline;

import io.redress.complaint.CaseNumber;
import java.time.Instant;

/** The timers in the diagrams that wait for the next rung of a case. */
public interface LadderTimers {

    /**
     * Moves them; those that are due already are left alone, because they may be running.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException where the case moved on at the same moment
     */
    void move(CaseNumber caseNumber, Instant to);
}
